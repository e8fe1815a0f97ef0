package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HikariCP's own Prometheus trackers: the summary (percentiles over 5 minutes) and the histogram, whose highest bucket
 * ends at 1.024 ms for waits and 1.024 s for uses.
 *
 * <p>Source: HikariCP 7.1, package {@code com.zaxxer.hikari.metrics.prometheus}. The total, {@code
 * hikaricp_connections}, is also Micrometer's and read there.
 */
final class HikariTrackers implements Dialect {
    private static final Map<String, Signal> NUMBERS = Map.of(
            "hikaricp_active_connections", Signal.USED,
            "hikaricp_idle_connections", Signal.IDLE,
            "hikaricp_pending_threads", Signal.PENDING,
            "hikaricp_max_connections", Signal.MAX,
            "hikaricp_min_connections", Signal.MIN_IDLE,
            "hikaricp_connection_timeout_total", Signal.TIMEOUTS);
    private static final Times WAITS = Times.waits("hikaricp_connection_acquired_nanos", 1e-9);
    private static final Times USES = Times.uses("hikaricp_connection_usage_millis", 1e-3);
    private static final Times CREATIONS = Times.creations("hikaricp_connection_creation_millis", 1e-3);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.WAIT_MAX, "HikariCP's own tracker keeps no longest wait",
            Signal.USE_MAX, "HikariCP's own tracker keeps no longest use",
            Signal.LEAKS, "HikariCP only logs a leak: set leakDetectionThreshold, and read its log");

    @Override
    public String id() {
        return "hikaricp-trackers";
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "hikaricp_active_",
                "hikaricp_idle_",
                "hikaricp_pending_",
                "hikaricp_max_",
                "hikaricp_min_",
                "hikaricp_connection_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String pool = series.labels().get("pool");
        if (pool == null) {
            return Optional.empty();
        }
        Signal number = NUMBERS.get(series.name());
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
