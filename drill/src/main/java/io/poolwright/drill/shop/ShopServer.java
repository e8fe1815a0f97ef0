package io.poolwright.drill.shop;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** The shop's traffic port: two I/O threads that only pass work on. */
final class ShopServer {
    private static final HttpString ATTEMPT = HttpString.tryFromString("x-envoy-attempt-count");
    private static final HttpString INSTANCE = HttpString.tryFromString("x-shop-instance");
    private static final HttpString RUN = HttpString.tryFromString("x-run-id");
    private static final long IN_FLIGHT_MILLIS = 1_500;

    private final String instance;
    private final String runId;
    private final ExecutorService workers;
    private final CheckoutHandler checkout;
    private final ShopMetrics metrics;
    private final GracefulShutdownHandler graceful;
    private final Undertow server;

    ShopServer(
            int port,
            String instance,
            String runId,
            ExecutorService workers,
            CheckoutHandler checkout,
            ShopMetrics metrics) {
        this.instance = instance;
        this.runId = runId;
        this.workers = workers;
        this.checkout = checkout;
        this.metrics = metrics;
        HttpHandler route = this::route;
        this.graceful = new GracefulShutdownHandler(route);
        this.server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setHandler(graceful)
                .build();
    }

    void start() {
        server.start();
    }

    /** Refuses what comes, finishes what is being handled, for at most 1.5 s. */
    void stop() throws InterruptedException {
        graceful.shutdown();
        graceful.awaitShutdown(IN_FLIGHT_MILLIS);
        server.stop();
    }

    private void route(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(INSTANCE, instance).put(RUN, runId);
        switch (exchange.getRequestPath()) {
            case "/checkout" -> {
                String attempt = exchange.getRequestHeaders().getFirst(ATTEMPT);
                if (attempt != null && !attempt.equals("1")) {
                    metrics.countResent(); // here, and not in a worker: when all are busy it must still be counted
                }
                pass(exchange);
            }
            case "/health" -> say(exchange, "UP\n");
            case "/whoami" -> say(exchange, runId + "\n");
            default -> exchange.setStatusCode(404).endExchange();
        }
    }

    private void pass(HttpServerExchange exchange) {
        try {
            exchange.dispatch(workers, checkout::handle);
        } catch (RejectedExecutionException e) {
            exchange.setStatusCode(503).endExchange();
        }
    }

    private static void say(HttpServerExchange exchange, String text) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(text);
    }
}
