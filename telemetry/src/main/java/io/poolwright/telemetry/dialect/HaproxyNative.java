package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HAProxy's own metrics page: frontends, servers, and a backend as the line in front of its servers.
 *
 * <p>Source: HAProxy addons/promex/README, read on 2.6.12. A missing number is NaN. {@code limit_sessions} of a backend
 * is fullconn, which limits nothing, and is not read: a backend may use what its servers may. A backend's queue has only those that any server may take, so that
 * the servers' are added. Times are means over the last 1024 requests and say nothing while none ends; a total is
 * counted from the client's accept, so that the time in the queue is taken off it.
 */
final class HaproxyNative implements Dialect {
    private static final String FRONTEND = "haproxy_frontend_";
    private static final String BACKEND = "haproxy_backend_";
    private static final String SERVER = "haproxy_server_";
    private static final int QUEUE_TIME = Parts.SCRATCH;
    private static final int TOTAL_TIME = Parts.SCRATCH + 1;
    private static final int OWN_QUEUE = Parts.SCRATCH + 2;
    private static final int SERVERS_QUEUES = Parts.SCRATCH + 3;
    private static final Map<String, Signal> OF_FRONTEND = Map.of(
            "current_sessions", Signal.USED,
            "limit_sessions", Signal.MAX,
            "sessions_total", Signal.BORROWS);
    private static final Map<String, Signal> OF_SERVER = Map.of(
            "current_sessions", Signal.USED,
            "limit_sessions", Signal.MAX,
            "current_queue", Signal.PENDING,
            "idle_connections_current", Signal.IDLE,
            "sessions_total", Signal.BORROWS,
            "connection_attempts_total", Signal.CREATED);
    private static final Map<String, Integer> TIMES =
            Map.of("queue_time_average_seconds", QUEUE_TIME, "total_time_average_seconds", TOTAL_TIME);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "the page tells no maxconn",
            Signal.WAIT_P95, "HAProxy tells means only: read percentiles from its log (Tw)",
            Signal.TIMEOUTS, "HAProxy counts no queue timeouts: its log has them as sQ");

    @Override
    public String id() {
        return "haproxy";
    }

    @Override
    public List<String> prefixes() {
        return List.of(FRONTEND, BACKEND, SERVER);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String proxy = series.labels().get("proxy");
        if (proxy == null) {
            return Optional.empty();
        }
        String server = series.labels().getOrDefault("server", "");
        return Names.after(series.name(), FRONTEND)
                .map(OF_FRONTEND::get)
                .map(signal -> Binding.of(Tier.FRONTEND, proxy, signal).odd("there is no maxconn for it"))
                .or(() -> Names.after(series.name(), BACKEND).flatMap(rest -> ofBackend(rest, proxy)))
                .or(() -> server.isEmpty()
                        ? Optional.empty()
                        : Names.after(series.name(), SERVER).flatMap(rest -> ofServer(rest, proxy, server)));
    }

    private static Optional<Binding> ofBackend(String rest, String backend) {
        return switch (rest) {
            case "current_queue" -> Optional.of(Binding.of(Tier.SERVER, backend, OWN_QUEUE));
            case "current_sessions" -> Optional.of(Binding.of(Tier.SERVER, backend, Signal.USED));
            case "sessions_total" -> Optional.of(Binding.of(Tier.SERVER, backend, Signal.BORROWS));
            default -> Optional.ofNullable(TIMES.get(rest)).map(part -> Binding.of(Tier.SERVER, backend, part));
        };
    }

    private static Optional<Binding> ofServer(String rest, String backend, String server) {
        String name = backend + "/" + server;
        Signal signal = OF_SERVER.get(rest);
        if (signal == null) {
            return Optional.ofNullable(TIMES.get(rest)).map(part -> Binding.of(Tier.SERVER, name, part));
        }
        Binding binding = Binding.of(Tier.SERVER, name, signal);
        return Optional.of(
                switch (signal) {
                    case MAX ->
                        binding.odd("the server has no maxconn")
                                .also(Binding.of(Tier.SERVER, backend, Signal.MAX)
                                        .summed()
                                        .odd("a server of the backend has no maxconn"));
                    case PENDING ->
                        binding.also(
                                Binding.of(Tier.SERVER, backend, SERVERS_QUEUES).summed());
                    default -> binding;
                });
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        double line = parts.get(OWN_QUEUE) + parts.get(SERVERS_QUEUES);
        if (!Double.isNaN(line)) {
            parts.set(Signal.PENDING, line);
        }
        if (Double.isNaN(parts.get(QUEUE_TIME))) {
            return;
        }
        if (parts.moved(Signal.BORROWS)) {
            parts.set(Signal.WAIT_MEAN, parts.get(QUEUE_TIME));
            parts.set(Signal.USE_MEAN, parts.get(TOTAL_TIME) - parts.get(QUEUE_TIME));
        } else {
            String stale = "a mean over the last 1024 requests says nothing while none comes";
            parts.because(Signal.WAIT_MEAN, stale);
            parts.because(Signal.USE_MEAN, stale);
        }
    }
}
