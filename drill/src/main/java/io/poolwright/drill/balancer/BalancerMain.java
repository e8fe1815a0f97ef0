package io.poolwright.drill.balancer;

import io.poolwright.drill.stack.DriverWatch;
import io.poolwright.drill.stack.PropertiesFile;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

/** The embedded load balancer: a process that serves until it is told to stop, or its drill is gone. */
public final class BalancerMain {
    private static final int SERVER_MILLIS = 30_000;
    private static final int RETRIES = 2;

    private BalancerMain() {}

    /**
     * Runs it.
     *
     * @param args its {@code balancer.properties}
     */
    public static void main(String[] args) throws IOException {
        DriverWatch.start();
        BalancerSettings settings = BalancerSettings.of(PropertiesFile.read(Path.of(args[0])));
        Upstreams upstreams = new Upstreams(settings);
        LongAdder requests = new LongAdder();
        HttpHandler proxy = ProxyHandler.builder()
                .setProxyClient(upstreams)
                .setMaxRequestTime(SERVER_MILLIS)
                .setMaxConnectionRetries(RETRIES)
                .build();
        HttpHandler counting = exchange -> {
            requests.increment();
            proxy.handleRequest(exchange);
        };
        Undertow server = Undertow.builder()
                .addHttpListener(settings.port(), "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setHandler(counting)
                .build();
        server.start();
        new BalancerAdmin(settings.adminPort(), upstreams, requests).start();
    }
}
