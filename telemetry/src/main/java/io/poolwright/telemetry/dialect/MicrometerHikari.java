package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HikariCP through Micrometer, as Spring Boot has it; in seconds on a Prometheus page, in milliseconds over OTLP.
 *
 * <p>Source: HikariCP 7.1 MicrometerMetricsTracker and Micrometer 1.17. The waits include those that timed out; what
 * is lent is counted when it comes back.
 */
final class MicrometerHikari implements Dialect {
    private static final String PREFIX = "hikaricp_connections";
    private static final Map<String, Signal> NUMBERS = Map.of(
            "", Signal.TOTAL,
            "_active", Signal.USED,
            "_idle", Signal.IDLE,
            "_pending", Signal.PENDING,
            "_max", Signal.MAX,
            "_min", Signal.MIN_IDLE,
            "_timeout_total", Signal.TIMEOUTS);
    private static final Times WAITS = Times.waits(PREFIX + "_acquire", 1);
    private static final Times USES = Times.uses(PREFIX + "_usage", 1);
    private static final Times CREATIONS = Times.creations(PREFIX + "_creation", 1);
    private static final String PERCENTILES =
            "no percentile: enable management.metrics.distribution.percentiles-histogram.hikaricp.connections.";
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.WAIT_P95, PERCENTILES + "acquire",
            Signal.USE_P95, PERCENTILES + "usage",
            Signal.LEAKS, "HikariCP only logs a leak: set leakDetectionThreshold, and read its log");

    @Override
    public String id() {
        return "micrometer-hikaricp";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String pool = series.labels().get("pool");
        if (pool == null || !series.name().startsWith(PREFIX)) {
            return Optional.empty();
        }
        Signal number = NUMBERS.get(series.name().substring(PREFIX.length()));
        if (number != null) {
            return Optional.of(Binding.of(Tier.POOL, pool, number));
        }
        return WAITS.bind(series, Tier.POOL, pool)
                .or(() -> USES.bind(series, Tier.POOL, pool))
                .or(() -> CREATIONS.bind(series, Tier.POOL, pool));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.set(Signal.BORROWS, parts.get(Signal.USES));
        parts.totalFromUsedAndIdle();
    }
}
