package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reactor Netty's connection pools (Spring WebFlux, WebClient) through Micrometer: one for each provider and remote
 * address. The id label changes with each start, so that pools that differ in it alone are added.
 *
 * <p>Source: Reactor Netty 1.3, class Metrics.
 */
final class ReactorNetty implements Dialect {
    private static final String PREFIX = "reactor_netty_connection_provider_";
    private static final Map<String, Signal> NUMBERS = Map.of(
            "active_connections", Signal.USED,
            "idle_connections", Signal.IDLE,
            "total_connections", Signal.TOTAL,
            "max_connections", Signal.MAX,
            "pending_connections", Signal.PENDING);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.TIMEOUTS, "Reactor Netty does not count who gave up waiting apart",
            Signal.WAIT_SECONDS, "this Reactor Netty does not tell pending.connections.time",
            Signal.BORROWS, "Reactor Netty's pools do not count what they lend");
    private static final Times WAITS = Times.waits(PREFIX + "pending_connections_time", 1);

    @Override
    public String id() {
        return "reactor-netty";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String provider = series.labels().getOrDefault("name", "reactor-netty");
        String address = series.labels().getOrDefault("remote_address", "");
        String pool = address.isEmpty() ? provider : provider + "/" + address;
        return Names.after(series.name(), PREFIX)
                .map(NUMBERS::get)
                .map(signal -> Binding.of(Tier.HTTP_CLIENT, pool, signal))
                .or(() -> WAITS.bind(series, Tier.HTTP_CLIENT, pool)
                        .filter(binding -> binding.how() == Binding.How.ONLY
                                && !series.name().endsWith("_max")))
                .map(Binding::summed);
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }
}
