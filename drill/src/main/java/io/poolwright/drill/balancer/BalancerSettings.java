package io.poolwright.drill.balancer;

import io.poolwright.drill.stack.PropertiesFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded balancer's {@code balancer.properties}.
 *
 * @param port TCP port for customers
 * @param adminPort TCP port for statistics and orders
 * @param queueTimeout longest that a request waits for a slot
 * @param maxconn requests that one server is sent at once
 * @param servers all it may ever send to
 */
record BalancerSettings(int port, int adminPort, Duration queueTimeout, int maxconn, List<Server> servers) {
    private static final String SERVER = "server.";
    private static final String PORT = ".port";

    BalancerSettings {
        servers = List.copyOf(servers);
    }

    static BalancerSettings of(PropertiesFile file) {
        Map<String, String> values = file.values();
        List<Server> servers = new ArrayList<>();
        values.forEach((key, value) -> {
            if (key.startsWith(SERVER) && key.endsWith(PORT)) {
                String name = key.substring(SERVER.length(), key.length() - PORT.length());
                boolean enabled = !"true".equals(values.get(SERVER + name + ".disabled"));
                servers.add(new Server(name, Integer.parseInt(value), enabled));
            }
        });
        return new BalancerSettings(
                number(values, "port"),
                number(values, "admin.port"),
                Duration.ofMillis(number(values, "queue.timeout")),
                number(values, "server.maxconn"),
                servers);
    }

    /** As a person would have written it. */
    PropertiesFile file() {
        List<String> lines = new ArrayList<>(List.of(
                "# The shop's load balancer (embedded; times in ms)",
                "port=" + port,
                "admin.port=" + adminPort,
                "# How long a request may wait for a free server slot before it gets a 503.",
                "queue.timeout=" + queueTimeout.toMillis(),
                "# Requests that one instance handles at once; the rest wait.",
                "server.maxconn=" + maxconn));
        for (Server server : servers) {
            lines.add(SERVER + server.name() + PORT + "=" + server.port());
            if (!server.enabled()) {
                lines.add(SERVER + server.name() + ".disabled=true");
            }
        }
        return new PropertiesFile(lines);
    }

    private static int number(Map<String, String> values, String key) {
        return Integer.parseInt(Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new IllegalArgumentException("balancer.properties: no line sets " + key)));
    }
}
