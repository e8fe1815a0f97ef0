package io.poolwright.telemetry;

import io.poolwright.model.live.Seen;
import java.time.Instant;
import java.util.Objects;

/**
 * What was told of one process by a source that speaks for many.
 *
 * @param service the service, as the process calls itself
 * @param instance which copy of it; empty text when it does not say
 * @param at when the process was measured, by its own clock or its Prometheus's
 * @param seen what was told
 */
public record InstanceSeen(String service, String instance, Instant at, Seen seen) {
    public InstanceSeen {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(seen, "seen");
    }
}
