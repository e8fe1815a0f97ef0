package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jetty's thread pool through Micrometer. It has no name label: a page has one.
 *
 * <p>Source: Micrometer 1.17 JettyServerThreadPoolMetrics. {@code jetty_connections_max_connections} is the most that was
 * seen, not a limit, and is not read.
 */
final class JettyThreads implements Dialect {
    private static final Map<String, Signal> NUMBERS = Map.of(
            "jetty_threads_busy", Signal.USED,
            "jetty_threads_idle", Signal.IDLE,
            "jetty_threads_current", Signal.TOTAL,
            "jetty_threads_config_max", Signal.MAX,
            "jetty_threads_config_min", Signal.MIN_IDLE,
            "jetty_threads_jobs", Signal.PENDING);
    private static final Map<Signal, String> REASONS =
            Map.of(Signal.WAIT_SECONDS, "Jetty does not measure how long a job waits for a thread");

    @Override
    public String id() {
        return "jetty";
    }

    @Override
    public List<String> prefixes() {
        return List.of("jetty_threads_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        return Optional.ofNullable(NUMBERS.get(series.name()))
                .map(signal -> Binding.of(Tier.WORKERS, series.labels().getOrDefault("name", "jetty"), signal));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }
}
