package io.poolwright.model;

import java.util.List;
import java.util.Objects;

/**
 * What the load balancer says about the backend in front of the application.
 *
 * @param product {@code haproxy} or {@code embedded}
 * @param requests requests received by the frontend since start (count)
 * @param serverErrors responses of 5xx sent to clients since start, its own included (count)
 * @param queue requests waiting now for a free server slot, the servers' own queues included
 * @param queueErrors requests that the backend failed without reaching a server since start (HAProxy {@code econ};
 *     queue timeouts are counted here)
 * @param retries attempts that it repeated on its own since start (count)
 * @param queueTime mean time in the queue over the last 1024 requests, in seconds; stale when nothing completes
 * @param responseTime mean time from request sent to response headers over the last 1024 requests, in seconds; stale
 *     likewise
 * @param servers the servers behind it, in name order
 */
public record BalancerSample(
        String product,
        long requests,
        long serverErrors,
        int queue,
        long queueErrors,
        long retries,
        double queueTime,
        double responseTime,
        List<ServerSample> servers) {
    public BalancerSample {
        Objects.requireNonNull(product, "product");
        servers = List.copyOf(servers);
    }
}
