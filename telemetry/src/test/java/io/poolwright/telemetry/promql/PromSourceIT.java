package io.poolwright.telemetry.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.http.Authorization;
import io.poolwright.telemetry.http.TargetPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus that scrapes a page, asked for it. */
class PromSourceIT {
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void everyScrapeIsToldOnceWithItsOwnTime() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMETHEUS), "there is no " + PROMETHEUS);
        AtomicInteger scrapes = new AtomicInteger();
        HttpServer page = page(scrapes);
        Process prometheus = null;
        try {
            int port = freePort();
            prometheus = start(port, page.getAddress().getPort());
            PromSource source = new PromSource(
                    URI.create("http://127.0.0.1:%d".formatted(port)),
                    "",
                    Duration.ofSeconds(2),
                    TargetPolicy.WRITTEN_DOWN,
                    Authorization.none(),
                    Clock.systemUTC());
            List<InstanceSeen> seen = new ArrayList<>();
            while (seen.size() < 4) {
                source.collect().value().ifPresent(seen::addAll);
                TimeUnit.MILLISECONDS.sleep(200); // five looks a scrape
            }

            assertThat(seen).extracting(InstanceSeen::service).containsOnly("shop");
            assertThat(seen).extracting(InstanceSeen::at).isSorted().doesNotHaveDuplicates();
            for (int i = 1; i < seen.size(); i++) {
                Reading before = seen.get(i - 1).seen().readings().get(0);
                Reading now = seen.get(i).seen().readings().get(0);
                assertThat(now.get(Signal.USED)).hasValue(3);
                assertThat(now.raw(Signal.TIMEOUTS) - before.raw(Signal.TIMEOUTS))
                        .isEqualTo(10);
            }
        } finally {
            if (prometheus != null) {
                prometheus.destroy();
                prometheus.waitFor();
            }
            page.stop(0);
        }
    }

    private static HttpServer page(AtomicInteger scrapes) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = """
                    # TYPE hikaricp_connections_active gauge
                    hikaricp_connections_active{pool="orders"} 3
                    # TYPE hikaricp_connections_timeout_total counter
                    hikaricp_connections_timeout_total{pool="orders"} %d
                    """.formatted(10 * scrapes.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Process start(int port, int page) throws IOException {
        Path settings = Files.writeString(folder.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                scrape_configs:
                  - job_name: shop
                    static_configs:
                      - targets: ['127.0.0.1:%d']
                """.formatted(page));
        return new ProcessBuilder(
                        PROMETHEUS.toString(),
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
