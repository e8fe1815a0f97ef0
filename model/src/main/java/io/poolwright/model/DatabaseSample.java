package io.poolwright.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the database says about its clients.
 *
 * @param maxConnections {@code max_connections}
 * @param reserved connections that an ordinary role cannot have
 *     ({@code superuser_reserved_connections + reserved_connections})
 * @param clients client backends by application name, the observer's own excluded
 * @param counters cumulative counters of the application's database
 * @param settings settings in force that matter to pools, by the database's own name, in its own unit
 */
public record DatabaseSample(
        int maxConnections,
        int reserved,
        List<ClientBackends> clients,
        DatabaseCounters counters,
        Map<String, String> settings) {
    public DatabaseSample {
        Objects.requireNonNull(counters, "counters");
        clients = List.copyOf(clients);
        settings = Map.copyOf(settings);
    }

    /** Connections that ordinary roles can have together. */
    public int usable() {
        return maxConnections - reserved;
    }

    /** Client backends of every application together. */
    public int backends() {
        return clients.stream().mapToInt(ClientBackends::total).sum();
    }
}
