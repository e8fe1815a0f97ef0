package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Apache HttpClient's pool through Micrometer: all routes together, and not how full one route is.
 *
 * <p>Source: Micrometer 1.17 PoolingHttpClientConnectionManagerMetricsBinder.
 */
final class HttpComponents implements Dialect {
    private static final String PREFIX = "httpcomponents_httpclient_pool_total_";
    private static final String NO_TIMES =
            "HttpClient's pool metrics are gauges only: they tell no times and no timeouts";
    private static final Map<Signal, String> REASONS =
            Map.of(Signal.WAIT_SECONDS, NO_TIMES, Signal.TIMEOUTS, NO_TIMES, Signal.BORROWS, NO_TIMES);

    @Override
    public String id() {
        return "httpcomponents";
    }

    @Override
    public List<String> prefixes() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        return Names.after(series.name(), PREFIX)
                .flatMap(rest -> signal(rest, series.labels().getOrDefault("state", "")))
                .map(signal ->
                        Binding.of(Tier.HTTP_CLIENT, series.labels().getOrDefault("httpclient", "httpclient"), signal));
    }

    private static Optional<Signal> signal(String rest, String state) {
        return switch (rest) {
            case "max" -> Optional.of(Signal.MAX);
            case "pending" -> Optional.of(Signal.PENDING);
            case "connections" ->
                switch (state) {
                    case "leased" -> Optional.of(Signal.USED);
                    case "available" -> Optional.of(Signal.IDLE);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.totalFromUsedAndIdle();
    }
}
