package io.poolwright.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What one application instance says about itself. A group that its page lacks is silent, the others still count.
 *
 * @param version the version that it runs, from {@code application_info}; empty text when it does not say
 * @param startedAt {@code process_start_time_seconds}; a later value means a restart, and counters from zero
 * @param http its HTTP server
 * @param pool its database connection pool
 * @param process its operating-system process
 */
public record InstanceSample(
        String version,
        Instant startedAt,
        Answer<HttpSample> http,
        Answer<PoolSample> pool,
        Answer<ProcessSample> process) {
    public InstanceSample {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(process, "process");
    }
}
