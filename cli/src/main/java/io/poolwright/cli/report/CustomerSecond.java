package io.poolwright.cli.report;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What customers saw in one second.
 *
 * @param at start of the second
 * @param offered requests that customers began (1/s)
 * @param good answered with 200 in time (1/s)
 * @param late answered with 200, too late (1/s)
 * @param failed not answered with 200 (1/s)
 * @param p50 median latency of those that ended in it, from the intended start, in seconds; empty when none ended
 * @param p99 their 99th percentile, likewise
 */
public record CustomerSecond(
        Instant at, double offered, double good, double late, double failed, OptionalDouble p50, OptionalDouble p99) {
    public CustomerSecond {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(p50, "p50");
        Objects.requireNonNull(p99, "p99");
    }
}
