package io.poolwright.telemetry.jvm;

import io.poolwright.model.Answer;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.telemetry.prometheus.MetricsPage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;

/**
 * What Micrometer's names mean. A group that lacks a metric is silent; the other groups still count.
 *
 * <p>Source: micrometer-registry-prometheus 1.17 and HikariCP 7.1's MicrometerMetricsTracker.
 */
final class JvmMetrics {
    private static final String ACTIVE = "hikaricp_connections_active";
    private static final String REQUESTS = "http_server_requests_seconds";

    private final Optional<String> wantedPool;

    JvmMetrics(Optional<String> wantedPool) {
        this.wantedPool = wantedPool;
    }

    Answer<InstanceSample> read(MetricsPage page) {
        Readings readings = new Readings(page);
        try {
            double started = readings.sum("process_start_time_seconds");
            return Answer.of(new InstanceSample(
                    version(page),
                    Instant.ofEpochMilli(Math.round(started * 1000)),
                    group(() -> http(readings)),
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

    private static HttpSample http(Readings readings) throws Unreadable {
        long serverErrors = 0;
        for (String status : readings.page().labelValues(REQUESTS + "_count", "status")) {
            if (status.length() == 3 && status.startsWith("5")) {
                serverErrors += readings.count(REQUESTS + "_count", "status", status);
            }
        }
        return new HttpSample(
                readings.count(REQUESTS + "_count"),
                readings.sum(REQUESTS + "_sum"),
                serverErrors,
                readings.gauge(inFlight(readings.page())),
                readings.page().has("executor_pool_max_threads") ? workers(readings) : OptionalInt.empty(),
                readings.page().has("http_server_requests_resent_total")
                        ? OptionalLong.of(readings.count("http_server_requests_resent_total"))
                        : OptionalLong.empty());
    }

    private static OptionalInt workers(Readings readings) throws Unreadable {
        Set<String> executors = readings.page().labelValues("executor_pool_max_threads", "name");
        return executors.contains("http-workers")
                ? OptionalInt.of(readings.gauge("executor_pool_max_threads", "name", "http-workers"))
                : OptionalInt.empty();
    }

    /** A long task timer's count is what goes on now; its name changed with Micrometer 1.13 and with histograms. */
    private static String inFlight(MetricsPage page) {
        for (String suffix : new String[] {"_count", "_gcount", "_active_count"}) {
            if (page.has("http_server_requests_active_seconds" + suffix)) {
                return "http_server_requests_active_seconds" + suffix;
            }
        }
        return "http_server_requests_active_seconds_count";
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
            throw new Unreadable("metrics page has no " + ACTIVE);
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
