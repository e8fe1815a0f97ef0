package io.poolwright.telemetry.jvm;

import io.poolwright.model.Answer;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.telemetry.prometheus.MetricsPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What Micrometer's names mean. A group that lacks a metric is silent; the other groups still count.
 *
 * <p>Source: micrometer-registry-prometheus 1.17 and HikariCP 7.1's MicrometerMetricsTracker.
 */
public final class JvmMetrics {
    /** How the names begin that it looks for. */
    public static final List<String> PREFIXES = List.of(
            "hikaricp_connections",
            "jdbc_connections_active",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_sum",
            "http_server_requests_active_seconds",
            "http_server_requests_resent_total",
            "executor_pool_max_threads",
            "tomcat_threads_",
            "jetty_threads_",
            "process_cpu_",
            "process_start_time_seconds",
            "system_cpu_count",
            "application_info");

    private static final String ACTIVE = "hikaricp_connections_active";

    private final Optional<String> wantedPool;

    /**
     * @param wantedPool the pool to read, by its name, when there may be several
     */
    public JvmMetrics(Optional<String> wantedPool) {
        this.wantedPool = wantedPool;
    }

    /** What the page says of its instance; silent when it is no JVM's page, or has no start time. */
    public Answer<InstanceSample> read(MetricsPage page) {
        Readings readings = new Readings(page);
        try {
            double started = readings.sum("process_start_time_seconds");
            return Answer.of(new InstanceSample(
                    version(page),
                    Instant.ofEpochMilli(Math.round(started * 1000)),
                    group(new HttpMetrics(readings)::read),
                    group(() -> pool(page, readings)),
                    group(() -> process(readings))));
        } catch (Unreadable e) {
            return Answer.silent(e.reason());
        }
    }

    private static String version(MetricsPage page) {
        SortedSet<String> versions = page.labelValues("application_info", "version");
        return versions.size() == 1 ? versions.first() : "";
    }

    private PoolSample pool(MetricsPage page, Readings readings) throws Unreadable {
        SortedSet<String> pools = page.labelValues(ACTIVE, "pool");
        if (wantedPool.isEmpty() && pools.size() > 1) {
            throw new Unreadable(
                    "metrics page has several pools (%s) and none was named".formatted(String.join(", ", pools)));
        }
        if (wantedPool.isPresent() && !pools.isEmpty() && !pools.contains(wantedPool.get())) {
            throw new Unreadable(
                    "metrics page has no pool '%s', only %s".formatted(wantedPool.get(), String.join(", ", pools)));
        }
        if (pools.isEmpty()) {
            throw new Unreadable(
                    page.has("jdbc_connections_active")
                            ? "metrics page has no %s; jdbc_connections_* tells no waits and no timeouts"
                                    .formatted(ACTIVE)
                            : "metrics page has no " + ACTIVE);
        }
        String pool = wantedPool.orElse(pools.first());
        return new PoolSample(
                pool,
                readings.gauge(ACTIVE, "pool", pool),
                readings.gauge("hikaricp_connections_idle", "pool", pool),
                readings.gauge("hikaricp_connections", "pool", pool),
                readings.gauge("hikaricp_connections_max", "pool", pool),
                readings.gauge("hikaricp_connections_pending", "pool", pool),
                readings.count("hikaricp_connections_timeout_total", "pool", pool),
                readings.timer("hikaricp_connections_acquire_seconds", pool),
                readings.timer("hikaricp_connections_usage_seconds", pool),
                readings.timer("hikaricp_connections_creation_seconds", pool));
    }

    private static ProcessSample process(Readings readings) throws Unreadable {
        String nanos = "process_cpu_time_ns_total";
        double cpuSeconds =
                readings.page().has(nanos) ? readings.sum(nanos) / 1e9 : readings.sum("process_cpu_seconds_total");
        return new ProcessSample(cpuSeconds, readings.gauge("system_cpu_count"));
    }

    private static <T> Answer<T> group(Group<T> group) {
        try {
            return Answer.of(group.read());
        } catch (Unreadable e) {
            return Answer.silent(e.reason());
        }
    }

    private interface Group<T> {
        T read() throws Unreadable;
    }
}
