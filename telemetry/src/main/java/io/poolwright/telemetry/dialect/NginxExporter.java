package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * nginx-prometheus-exporter on nginx's stub_status: connections from clients only; open-source nginx tells nothing of
 * those to its upstreams.
 *
 * <p>Source: nginx-prometheus-exporter 0.11, read from a running one. Accepted less handled were dropped for want of
 * worker_connections or file handles.
 */
final class NginxExporter implements Dialect {
    private static final String NAME = "nginx";
    private static final int ACCEPTED = Parts.SCRATCH;
    private static final Map<String, Integer> NUMBERS = Map.of(
            "nginx_connections_active", Parts.place(Signal.USED),
            "nginx_connections_waiting", Parts.place(Signal.IDLE),
            "nginx_connections_handled", Parts.place(Signal.BORROWS),
            "nginx_connections_accepted", ACCEPTED);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX,
            "nginx does not tell its limit: worker_processes times worker_connections, from nginx.conf",
            Signal.PENDING,
            "nginx does not tell what waits in the kernel's accept queue");

    @Override
    public String id() {
        return "nginx-exporter";
    }

    @Override
    public List<String> prefixes() {
        return List.of("nginx_connections_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        return Optional.ofNullable(NUMBERS.get(series.name())).map(part -> Binding.of(Tier.FRONTEND, NAME, part));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.set(Signal.REFUSED, parts.get(ACCEPTED) - parts.get(Signal.BORROWS));
        parts.set(Signal.TOTAL, parts.get(Signal.USED)); // a client that is idle takes its connection none the less
    }
}
