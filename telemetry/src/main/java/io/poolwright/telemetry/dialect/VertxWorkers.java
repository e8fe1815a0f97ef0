package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The worker pools of Vert.x and Quarkus through Micrometer.
 *
 * <p>Source: Vert.x Micrometer metrics, "Pools", and pages that Quarkus wrote. The limit is what is used through the
 * ratio in use, so that it is known only while something is.
 */
final class VertxWorkers implements Dialect {
    private static final String PREFIX = "worker_pool_";
    private static final int RATIO = Parts.SCRATCH;
    private static final Map<String, Integer> NUMBERS = Map.of(
            "active", Parts.place(Signal.USED),
            "idle", Parts.place(Signal.IDLE),
            "queue_size", Parts.place(Signal.PENDING),
            "rejected_total", Parts.place(Signal.REFUSED),
            "completed_total", Parts.place(Signal.BORROWS),
            "ratio", RATIO);
    private static final Times WAITS = Times.waits(PREFIX + "queue_delay", 1);
    private static final Times USES = Times.uses(PREFIX + "usage", 1);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "the limit shows only while a worker is busy: read quarkus.thread-pool.max-threads",
            Signal.TIMEOUTS, "a task does not give up waiting for a worker");

    @Override
    public String id() {
        return "vertx";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String pool = series.labels().get("pool_name");
        if (pool == null) {
            return Optional.empty();
        }
        return Names.after(series.name(), PREFIX)
                .map(NUMBERS::get)
                .map(part -> Binding.of(Tier.WORKERS, pool, part))
                .or(() -> WAITS.bind(series, Tier.WORKERS, pool))
                .or(() -> USES.bind(series, Tier.WORKERS, pool));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        double ratio = parts.get(RATIO);
        if (ratio > 0 && ratio <= 1 && parts.get(Signal.USED) > 0) {
            parts.set(Signal.MAX, Math.rint(parts.get(Signal.USED) / ratio));
        }
        parts.totalFromUsedAndIdle();
    }
}
