package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tomcat's and Jetty's threads as OpenTelemetry's JMX metrics tell them.
 *
 * <p>Source: opentelemetry-java-instrumentation, jmx-metrics rules for Tomcat and Jetty. A negative limit is left out
 * there already.
 */
final class OtelThreads implements Dialect {
    private static final Map<String, Signal> TOMCAT = Map.of(
            "tomcat_thread_busy_count", Signal.USED,
            "tomcat_thread_count", Signal.TOTAL,
            "tomcat_thread_limit", Signal.MAX);
    private static final Map<String, Signal> JETTY = Map.of(
            "jetty_thread_busy_count", Signal.USED,
            "jetty_thread_idle_count", Signal.IDLE,
            "jetty_thread_count", Signal.TOTAL,
            "jetty_thread_limit", Signal.MAX,
            "jetty_thread_queue_size", Signal.PENDING);
    private static final Map<Signal, String> REASONS =
            Map.of(Signal.WAIT_SECONDS, "the server does not measure how long a request waits for a thread");

    @Override
    public String id() {
        return "opentelemetry-threads";
    }

    @Override
    public List<String> prefixes() {
        return List.of("tomcat_thread_", "tomcat.thread.", "jetty_thread_", "jetty.thread.");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String name = series.name().replace('.', '_');
        Signal tomcat = TOMCAT.get(name);
        if (tomcat != null) {
            String pool = series.labels()
                    .getOrDefault(
                            "tomcat_thread_pool_name",
                            series.labels().getOrDefault("tomcat.thread.pool.name", "tomcat"));
            return Optional.of(Binding.of(Tier.WORKERS, pool, tomcat));
        }
        return Optional.ofNullable(JETTY.get(name)).map(signal -> Binding.of(Tier.WORKERS, "jetty", signal));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.idleFromTotalAndUsed();
    }
}
