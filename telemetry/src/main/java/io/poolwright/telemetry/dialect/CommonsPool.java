package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Apache Commons Pool 2 through Micrometer; DBCP2 and Jedis stand on it.
 *
 * <p>Source: Micrometer 1.17 CommonsObjectPool2Metrics. The longest wait is since the start, not of a recent window, and
 * is not read.
 */
final class CommonsPool implements Dialect {
    private static final Map<String, Signal> NUMBERS = Map.of(
            "commons_pool2_num_active_objects", Signal.USED,
            "commons_pool2_num_idle_objects", Signal.IDLE,
            "commons_pool2_num_waiters_threads", Signal.PENDING,
            "commons_pool2_borrowed_objects_total", Signal.BORROWS,
            "commons_pool2_returned_objects_total", Signal.USES,
            "commons_pool2_created_objects_total", Signal.CREATED,
            "commons_pool2_mean_borrow_wait_seconds", Signal.WAIT_MEAN,
            "commons_pool2_mean_active_seconds", Signal.USE_MEAN);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "Micrometer does not tell maxTotal: read it over JMX (MaxTotal) or from the configuration",
            Signal.TIMEOUTS, "Commons Pool counts no timeouts");

    @Override
    public String id() {
        return "commons-pool2";
    }

    @Override
    public List<String> prefixes() {
        return List.of("commons_pool2_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        return Optional.ofNullable(NUMBERS.get(series.name()))
                .map(signal -> Binding.of(Tier.POOL, series.labels().getOrDefault("name", "pool"), signal));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.totalFromUsedAndIdle();
        if (!parts.moved(Signal.BORROWS)) {
            parts.refuse(Signal.WAIT_MEAN, "a mean over the last 100 borrows says nothing while none happens");
        }
        if (!parts.moved(Signal.USES)) {
            parts.refuse(Signal.USE_MEAN, "a mean over the last 100 returns says nothing while none happens");
        }
    }
}
