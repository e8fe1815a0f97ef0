package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Java's thread pools through Micrometer's ExecutorServiceMetrics.
 *
 * <p>Source: Micrometer 1.17. A pool without a limit says 2^31-1, which is none.
 */
final class Executors implements Dialect {
    private static final Map<String, Signal> NUMBERS = Map.of(
            "executor_active_threads", Signal.USED,
            "executor_pool_size_threads", Signal.TOTAL,
            "executor_pool_max_threads", Signal.MAX,
            "executor_pool_core_threads", Signal.MIN_IDLE,
            "executor_queued_tasks", Signal.PENDING,
            "executor_completed_tasks_total", Signal.BORROWS);
    private static final Times WAITS = Times.waits("executor_idle", 1);
    private static final Times USES = Times.uses("executor", 1);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.TIMEOUTS, "an executor's tasks do not give up waiting",
            Signal.WAIT_P95,
                    "no percentile: enable management.metrics.distribution.percentiles-histogram.executor.idle");

    @Override
    public String id() {
        return "executors";
    }

    @Override
    public List<String> prefixes() {
        return List.of("executor_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String name = series.labels().get("name");
        if (name == null) {
            return Optional.empty();
        }
        Signal number = NUMBERS.get(series.name());
        if (number != null) {
            return Optional.of(Binding.of(Tier.WORKERS, name, number));
        }
        return WAITS.bind(series, Tier.WORKERS, name).or(() -> USES.bind(series, Tier.WORKERS, name));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        if (parts.get(Signal.MAX) >= Integer.MAX_VALUE) {
            parts.holdsNobodyBack();
        }
        parts.idleFromTotalAndUsed();
    }
}
