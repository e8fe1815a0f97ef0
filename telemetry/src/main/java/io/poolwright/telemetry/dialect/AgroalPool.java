package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Agroal, the pool of Quarkus, with {@code quarkus.datasource.metrics.enabled=true}.
 *
 * <p>Source: Quarkus 3 datasource guide. It never tells its limit. {@code agroal_blocking_time_total_milliseconds} is
 * called a gauge and holds a running total.
 */
final class AgroalPool implements Dialect {
    private static final String PREFIX = "agroal_";
    private static final double MILLI = 1e-3;
    private static final Map<String, Signal> COUNTS = Map.of(
            "active_count", Signal.USED,
            "available_count", Signal.IDLE,
            "awaiting_count", Signal.PENDING,
            "acquire_count_total", Signal.BORROWS,
            "creation_count_total", Signal.CREATED,
            "leak_detection_count_total", Signal.LEAKS);
    private static final Map<String, Signal> MILLISECONDS = Map.of(
            "blocking_time_total_milliseconds", Signal.WAIT_SECONDS,
            "creation_time_total_milliseconds", Signal.CREATE_SECONDS);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "Agroal does not tell its limit: read quarkus.datasource.jdbc.max-size",
            Signal.TIMEOUTS, "Agroal counts no timeouts: the log says \"Sorry, acquisition timeout!\"",
            Signal.WAIT_P95, "Agroal measures means and totals only",
            Signal.USE_SECONDS, "Agroal does not measure how long a connection is used");

    @Override
    public String id() {
        return "agroal";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String pool = series.labels().getOrDefault("datasource", "default");
        return Names.after(series.name(), PREFIX).flatMap(rest -> {
            Signal count = COUNTS.get(rest);
            Signal time = MILLISECONDS.get(rest);
            return count != null
                    ? Optional.of(Binding.of(Tier.POOL, pool, count))
                    : Optional.ofNullable(time)
                            .map(signal -> Binding.of(Tier.POOL, pool, signal).times(MILLI));
        });
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    /** The time spent blocked is the time of all acquisitions, so that they are how many waits it is of. */
    @Override
    public void complete(Parts parts) {
        parts.set(Signal.WAITS, parts.get(Signal.BORROWS));
        parts.totalFromUsedAndIdle();
    }
}
