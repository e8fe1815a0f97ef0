package io.poolwright.drill.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.poolwright.drill.stack.QueryText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * The shop's management port, with threads of its own: it answers when every worker is stuck. What is under {@code
 * /drill} is the drill's and no part of what the shop shows.
 */
final class ManagementServer {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "management");
        thread.setDaemon(true);
        return thread;
    });

    ManagementServer(int port, ShopMetrics metrics, ShopPool pool, CurrentBehaviour behaviour, BooleanSupplier ready)
            throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.setExecutor(threads);
        server.createContext(
                "/actuator/prometheus",
                exchange -> answer(
                        exchange,
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        metrics.registry().scrape()));
        server.createContext("/actuator/health/readiness", exchange -> {
            boolean up = ready.getAsBoolean();
            String status = up ? "{\"status\":\"UP\"}" : "{\"status\":\"OUT_OF_SERVICE\"}";
            answer(exchange, up ? 200 : 503, "application/json", status);
        });
        knob("/drill/behaviour", behaviour::change);
        knob("/drill/pool", query -> {
            int max = Integer.parseInt(query.getOrDefault("max", ""));
            pool.resize(max, Integer.parseInt(query.getOrDefault("min", "" + max)));
        });
        knob("/drill/pool/replace", pool::replace);
        knob("/drill/pool/release-leaked", query -> pool.releaseLeaked());
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void knob(String path, Knob knob) {
        server.createContext(path, exchange -> {
            try {
                knob.turn(QueryText.parse(exchange.getRequestURI().getRawQuery()));
                answer(exchange, 200, "text/plain", "done\n");
            } catch (IllegalArgumentException | SQLException e) {
                answer(exchange, 400, "text/plain", e.getMessage() + "\n");
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Something that a drill may turn while the shop runs. */
    @FunctionalInterface
    private interface Knob {
        void turn(Map<String, String> query) throws SQLException;
    }
}
