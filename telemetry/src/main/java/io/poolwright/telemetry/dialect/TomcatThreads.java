package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tomcat's connectors through Micrometer: its worker threads, and in front of them its connections.
 *
 * <p>Source: Micrometer 1.17 TomcatMetrics; Spring Boot offers it with {@code server.tomcat.mbeanregistry.enabled=true}.
 * Tomcat says -1 for threads of an executor that it does not know, such as virtual threads.
 */
final class TomcatThreads implements Dialect {
    private static final String FOREIGN =
            "the connector's executor is not Tomcat's own (virtual threads, for one), so it cannot count its threads";
    private static final Map<String, Signal> THREADS = Map.of(
            "tomcat_threads_busy_threads", Signal.USED,
            "tomcat_threads_current_threads", Signal.TOTAL,
            "tomcat_threads_config_max_threads", Signal.MAX);
    private static final Map<String, Signal> CONNECTIONS = Map.of(
            "tomcat_connections_current_connections", Signal.USED,
            "tomcat_connections_config_max_connections", Signal.MAX);
    private static final Times REQUESTS = Times.uses("tomcat_global_request", 1);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.PENDING, "Tomcat does not tell what waits in the kernel's accept queue",
            Signal.WAIT_SECONDS, "Tomcat does not measure how long a connection waits for a thread");

    @Override
    public String id() {
        return "tomcat";
    }

    @Override
    public List<String> prefixes() {
        return List.of("tomcat_threads_", "tomcat_connections_", "tomcat_global_request_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String connector = series.labels().get("name");
        if (connector == null) {
            return Optional.empty();
        }
        Signal threads = THREADS.get(series.name());
        if (threads != null) {
            return Optional.of(Binding.of(Tier.WORKERS, connector, threads).odd(FOREIGN));
        }
        Signal connections = CONNECTIONS.get(series.name());
        if (connections != null) {
            return Optional.of(
                    Binding.of(Tier.FRONTEND, connector, connections).odd("the connector has no limit of connections"));
        }
        return series.name().endsWith("_max")
                ? Optional.empty() // tomcat_global_request_max_seconds: since the start, not recent
                : REQUESTS.bind(series, Tier.WORKERS, connector);
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.set(Signal.BORROWS, parts.get(Signal.USES));
        parts.idleFromTotalAndUsed();
    }
}
