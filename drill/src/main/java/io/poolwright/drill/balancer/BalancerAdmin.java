package io.poolwright.drill.balancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.poolwright.drill.balancer.StatsCsv.Row;
import io.poolwright.drill.stack.QueryText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The embedded balancer's admin port: statistics, and an operator's orders. */
final class BalancerAdmin {
    private static final String SERVERS = "/servers/";
    private static final String NOTHING = "";

    private final Upstreams upstreams;
    private final LongAdder requests;
    private final HttpServer server;

    /**
     * Binds the port.
     *
     * @param requests received from customers since start
     */
    BalancerAdmin(int port, Upstreams upstreams, LongAdder requests) throws IOException {
        this.upstreams = upstreams;
        this.requests = requests;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.createContext("/stats", exchange -> answer(exchange, 200, statistics()));
        server.createContext(SERVERS, this::order);
    }

    void start() {
        server.start();
    }

    private void order(HttpExchange exchange) throws IOException {
        try {
            Map<String, String> query = QueryText.parse(exchange.getRequestURI().getRawQuery());
            upstreams.change(
                    exchange.getRequestURI().getPath().substring(SERVERS.length()),
                    Optional.ofNullable(query.get("maxconn")).map(Integer::valueOf),
                    Optional.ofNullable(query.get("state"))
                            .map(state -> ServerState.valueOf(state.toUpperCase(Locale.ROOT))));
            answer(exchange, 200, "done\n");
        } catch (IllegalArgumentException e) {
            answer(exchange, 400, e.getMessage() + "\n");
        }
    }

    private String statistics() {
        SlotQueue<Upstreams.Visit> slots = upstreams.slots();
        Counts all = upstreams.backend();
        List<Row> rows = new ArrayList<>();
        long total = requests.sum();
        rows.add(new Row(
                "edge",
                "FRONTEND",
                List.of(
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        total,
                        NOTHING,
                        NOTHING,
                        "OPEN",
                        all.serverErrors.sum(),
                        total,
                        NOTHING,
                        NOTHING,
                        0)));
        int used = 0;
        boolean up = false;
        for (Upstream upstream : upstreams.all()) {
            int own = slots.used(upstream.name());
            used += own;
            up |= upstream.state() == ServerState.READY;
            rows.add(new Row(
                    "shop",
                    upstream.name(),
                    cells(
                            0,
                            own,
                            "" + slots.max(upstream.name()),
                            upstream.counts(),
                            upstream.state().status(),
                            2)));
        }
        rows.add(new Row("shop", "BACKEND", cells(slots.waiting(), used, NOTHING, all, up ? "UP" : "DOWN", 1)));
        return StatsCsv.of(rows);
    }

    private static List<Object> cells(int queue, int used, String max, Counts counts, String status, int type) {
        return List.of(
                queue,
                used,
                max,
                counts.sessions.sum(),
                counts.connectErrors.sum(),
                counts.retries.sum(),
                status,
                counts.serverErrors.sum(),
                NOTHING,
                counts.queueTime.millis(),
                counts.responseTime.millis(),
                type);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
