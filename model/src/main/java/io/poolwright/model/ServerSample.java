package io.poolwright.model;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One server behind the load balancer: the balancer's own pool towards one instance.
 *
 * @param name the balancer's name for it, equal to the instance's
 * @param up whether the balancer sends it requests
 * @param used slots in use now (HAProxy {@code scur})
 * @param max slots that may be used at once (HAProxy {@code slim}, the server's {@code maxconn}); empty when unlimited
 * @param queue requests waiting now for this very server
 * @param sessions sessions sent to it since start (count)
 * @param responseTime mean time to response headers over the last 1024 requests, in seconds; stale when nothing
 *     completes
 */
public record ServerSample(
        String name, boolean up, int used, OptionalInt max, int queue, long sessions, double responseTime) {
    public ServerSample {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(max, "max");
    }
}
