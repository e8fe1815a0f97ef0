package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * R2DBC's pool, as Spring Boot's ConnectionPoolMetrics tells it: gauges only.
 *
 * <p>Source: Spring Boot 4.1 actuator reference, "R2DBC Metrics".
 */
final class R2dbcPool implements Dialect {
    private static final String NO_TIMES = "r2dbc-pool's metrics are gauges only: they tell no times and no timeouts";
    private static final Map<String, Signal> NUMBERS = Map.of(
            "acquired", Signal.USED,
            "idle", Signal.IDLE,
            "allocated", Signal.TOTAL,
            "pending", Signal.PENDING,
            "max_allocated", Signal.MAX);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.WAIT_SECONDS, NO_TIMES,
            Signal.WAIT_P95, NO_TIMES,
            Signal.TIMEOUTS, NO_TIMES,
            Signal.USE_SECONDS, NO_TIMES,
            Signal.BORROWS, NO_TIMES);

    @Override
    public String id() {
        return "r2dbc-pool";
    }

    @Override
    public List<String> prefixes() {
        return List.of("r2dbc_pool_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String pool = series.labels().get("name");
        return pool == null
                ? Optional.empty()
                : Names.between(series.name(), "r2dbc_pool_", "_connections")
                        .map(NUMBERS::get)
                        .map(signal -> Binding.of(Tier.POOL, pool, signal).odd("the pool has no limit"));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }
}
