package io.poolwright.telemetry.real;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An application that answers nobody until it is let go: what fills the slots in front of it. */
public final class HeldServer implements AutoCloseable {
    private final CountDownLatch go = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public HeldServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void letGo() {
        go.countDown();
    }

    /** One customer who asks the port, and waits as long as it takes. */
    public void customer(int port, String path) {
        threads.execute(() -> {
            try {
                HttpURLConnection call = (HttpURLConnection) URI.create("http://127.0.0.1:%d%s".formatted(port, path))
                        .toURL()
                        .openConnection();
                call.setReadTimeout(30_000);
                call.getResponseCode();
                call.disconnect();
            } catch (IOException e) {
                return; // the test is over
            }
        });
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
