package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stand-alone haproxy_exporter, which HAProxy's own page has replaced: labels {@code frontend}, {@code backend} and
 * {@code server} instead of {@code proxy}.
 *
 * <p>Source: prometheus/haproxy_exporter 0.14, read from a running one. It writes no limit of a server that has none.
 */
final class HaproxyExporter implements Dialect {
    private static final Map<String, Signal> OF_FRONTEND = Map.of(
            "haproxy_frontend_current_sessions", Signal.USED,
            "haproxy_frontend_limit_sessions", Signal.MAX,
            "haproxy_frontend_sessions_total", Signal.BORROWS);
    private static final Map<String, Signal> OF_SERVER = Map.of(
            "haproxy_server_current_sessions", Signal.USED,
            "haproxy_server_limit_sessions", Signal.MAX,
            "haproxy_server_current_queue", Signal.PENDING,
            "haproxy_server_sessions_total", Signal.BORROWS);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "the server has no maxconn, or this haproxy_exporter leaves it out",
            Signal.WAIT_MEAN, "haproxy_exporter tells no time in the queue: use HAProxy's own metrics page",
            Signal.WAIT_P95, "haproxy_exporter tells no time in the queue: use HAProxy's own metrics page",
            Signal.TIMEOUTS, "HAProxy counts no queue timeouts: its log has them as sQ");

    @Override
    public String id() {
        return "haproxy-exporter";
    }

    @Override
    public List<String> prefixes() {
        return List.of("haproxy_frontend_", "haproxy_server_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        Map<String, String> labels = series.labels();
        Signal frontend = OF_FRONTEND.get(series.name());
        if (frontend != null && labels.containsKey("frontend")) {
            return Optional.of(Binding.of(Tier.FRONTEND, labels.get("frontend"), frontend));
        }
        Signal server = OF_SERVER.get(series.name());
        return server != null && labels.containsKey("backend") && labels.containsKey("server")
                ? Optional.of(Binding.of(Tier.SERVER, labels.get("backend") + "/" + labels.get("server"), server))
                : Optional.empty();
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }
}
