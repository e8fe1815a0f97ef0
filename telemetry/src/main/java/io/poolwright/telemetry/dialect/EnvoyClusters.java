package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Envoy's connections to its upstream clusters, from {@code /stats/prometheus} of its admin port.
 *
 * <p>Source: Envoy documentation, "Cluster manager statistics". The limit (max_connections, 1024 by default) is
 * configuration only. With {@code track_remaining: true} it is what is used and what remains; without, what remains is
 * always told as 0, which is no limit reached: it counts as one only while the breaker says that it is open.
 */
final class EnvoyClusters implements Dialect {
    private static final String PREFIX = "envoy_cluster_";
    private static final int REMAINING = Parts.SCRATCH;
    private static final int OPEN = Parts.SCRATCH + 1;
    private static final Map<String, Integer> NUMBERS = Map.of(
            "upstream_cx_active", Parts.place(Signal.USED),
            "upstream_rq_pending_active", Parts.place(Signal.PENDING),
            "upstream_rq_pending_overflow", Parts.place(Signal.REFUSED),
            "upstream_cx_total", Parts.place(Signal.CREATED),
            "upstream_rq_total", Parts.place(Signal.BORROWS),
            "circuit_breakers_default_remaining_cx", REMAINING,
            "circuit_breakers_default_cx_open", OPEN);
    private static final Times USES = Times.uses(PREFIX + "upstream_rq_time", 1e-3);
    private static final Times CREATIONS = Times.creations(PREFIX + "upstream_cx_connect_ms", 1e-3);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX,
            "Envoy does not tell max_connections: set track_remaining: true in the cluster's circuit breaker thresholds",
            Signal.WAIT_SECONDS,
            "Envoy does not measure how long a request waits for a connection",
            Signal.WAIT_P95,
            "Envoy does not measure how long a request waits for a connection",
            Signal.TIMEOUTS,
            "Envoy counts who is turned away at the limit, not who gave up waiting");

    @Override
    public String id() {
        return "envoy";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX + "upstream_cx_", PREFIX + "upstream_rq_", PREFIX + "circuit_breakers_default_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String cluster = series.labels().get("envoy_cluster_name");
        if (cluster == null) {
            return Optional.empty();
        }
        return Names.after(series.name(), PREFIX)
                .map(NUMBERS::get)
                .map(part -> Binding.of(Tier.SERVER, cluster, part))
                .or(() -> USES.bind(series, Tier.SERVER, cluster))
                .or(() -> CREATIONS
                        .bind(series, Tier.SERVER, cluster)
                        .filter(binding -> binding.part() != Parts.place(Signal.CREATED)));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        double remaining = parts.get(REMAINING);
        if (remaining > 0 || (remaining == 0 && parts.get(OPEN) == 1)) {
            parts.set(Signal.MAX, parts.get(Signal.USED) + remaining);
        }
    }
}
