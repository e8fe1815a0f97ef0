package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WildFly: the worker threads under its web server Undertow, and its data sources.
 *
 * <p>Source: WildFly's metrics subsystem, which names metrics by subsystem and attribute, and the attributes of {@code
 * /subsystem=io/worker} and of a data source's {@code statistics=pool}. ActiveCount are connections that are open,
 * InUseCount those that are lent. Statistics of a data source are off until {@code statistics-enabled=true}.
 */
final class Wildfly implements Dialect {
    private static final String WORKER = "wildfly_io_";
    private static final String POOL = "wildfly_datasources_pool_";
    private static final Map<String, Signal> OF_WORKER = Map.of(
            "busy_task_thread_count", Signal.USED,
            "max_pool_size", Signal.MAX,
            "core_pool_size", Signal.MIN_IDLE,
            "queue_size", Signal.PENDING);
    private static final Map<String, Signal> OF_POOL = Map.of(
            "in_use_count", Signal.USED,
            "active_count", Signal.TOTAL,
            "timed_out", Signal.TIMEOUTS,
            "created_count", Signal.CREATED);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "WildFly's statistics do not tell max-pool-size: read it from the data source's configuration",
            Signal.WAIT_SECONDS, "it is not told how long callers waited in all");

    @Override
    public String id() {
        return "wildfly";
    }

    @Override
    public List<String> prefixes() {
        return List.of(WORKER, POOL);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        Map<String, String> labels = series.labels();
        return Names.after(series.name(), WORKER)
                .map(OF_WORKER::get)
                .map(signal -> Binding.of(Tier.WORKERS, labels.getOrDefault("worker", "default"), signal))
                .or(() -> Names.after(series.name(), POOL)
                        .map(rest -> OF_POOL.get(rest.endsWith("_total") ? rest.substring(0, rest.length() - 6) : rest))
                        .map(signal -> Binding.of(Tier.POOL, labels.getOrDefault("data_source", "default"), signal)));
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
