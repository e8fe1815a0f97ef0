package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * nginx-module-vts: connections from clients, and requests and times for each server of each upstream.
 *
 * <p>Source: the module's README, "format/prometheus". Of {@code nginx_vts_upstream_requests_total} only the codes
 * {@code 1xx} to {@code 5xx} are added; {@code total} is their sum once more.
 */
final class NginxVts implements Dialect {
    private static final String MAIN = "nginx_vts_main_connections";
    private static final String UPSTREAM = "nginx_vts_upstream_";
    private static final int ACCEPTED = Parts.SCRATCH;
    private static final Map<String, Integer> STATES = Map.of(
            "active", Parts.place(Signal.USED),
            "waiting", Parts.place(Signal.IDLE),
            "handled", Parts.place(Signal.BORROWS),
            "accepted", ACCEPTED);
    private static final String NOT_TOLD = "nginx does not tell how many connections it has to an upstream's server,"
            + " nor who waits for one: read its access log";
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX,
            "nginx does not tell its limits: worker_connections, and max_conns of the upstream's server, from nginx.conf",
            Signal.USED,
            NOT_TOLD,
            Signal.PENDING,
            NOT_TOLD,
            Signal.WAIT_SECONDS,
            NOT_TOLD);

    @Override
    public String id() {
        return "nginx-vts";
    }

    @Override
    public List<String> prefixes() {
        return List.of(MAIN, UPSTREAM);
    }

    @Override
    public Optional<Binding> bind(Series series) {
        Map<String, String> labels = series.labels();
        if (series.name().equals(MAIN)) {
            return Optional.ofNullable(STATES.get(labels.getOrDefault("status", "")))
                    .map(part -> Binding.of(Tier.FRONTEND, "nginx", part));
        }
        String upstream = labels.getOrDefault("upstream", "");
        String backend = labels.getOrDefault("backend", "");
        if (backend.isEmpty()) {
            return Optional.empty();
        }
        String name = upstream + "/" + backend;
        return Names.after(series.name(), UPSTREAM).flatMap(rest -> switch (rest) {
            case "requests_total" ->
                labels.getOrDefault("code", "").matches("[1-5]xx")
                        ? Optional.of(
                                Binding.of(Tier.SERVER, name, Signal.BORROWS).summed())
                        : Optional.empty();
            case "response_seconds_total" -> Optional.of(Binding.of(Tier.SERVER, name, Signal.USE_SECONDS));
            default -> Optional.empty();
        });
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.set(Signal.REFUSED, parts.get(ACCEPTED) - parts.get(Signal.BORROWS));
        if (parts.knows(Signal.USE_SECONDS)) {
            parts.set(Signal.USES, parts.get(Signal.BORROWS));
        }
    }
}
