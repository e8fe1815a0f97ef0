package io.poolwright.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.InstanceSeen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenTelemetry's Java agent on a program with HikariCP, with its names of today and with the new ones. It needs the
 * agent in the local Maven repository: {@code mvn dependency:get
 * -Dartifact=io.opentelemetry.javaagent:opentelemetry-javaagent:2.31.0 -Dtransitive=false}.
 */
class OtelAgentIT {
    private static final Path REPOSITORY = Path.of(
            System.getProperty("user.home"), ".m2/repository/io/opentelemetry/javaagent/opentelemetry-javaagent");

    @TempDir
    private Path folder;

    private final OtlpIntake intake = new OtlpIntake(Clock.systemUTC());
    private final BlockingQueue<InstanceSeen> seen = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/metrics", exchange -> {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                    .readAllBytes();
            try {
                OtlpTaken taken = intake.take(body, exchange.getRequestHeaders().getFirst("Content-Type"));
                seen.addAll(taken.seen());
                exchange.sendResponseHeaders(200, -1);
            } catch (OtlpException e) {
                exchange.sendResponseHeaders(400, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "database"})
    @Timeout(90)
    void everySignalOfHikariArrives(String optIn) throws IOException, InterruptedException {
        Optional<Path> agent = agent();
        assumeTrue(agent.isPresent(), "there is no agent below " + REPOSITORY);
        ProcessBuilder program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-javaagent:" + agent.get(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgentProgram.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        program.environment().put("OTEL_SERVICE_NAME", "shop");
        program.environment().put("OTEL_METRIC_EXPORT_INTERVAL", "1000");
        program.environment().put("OTEL_TRACES_EXPORTER", "none");
        program.environment().put("OTEL_LOGS_EXPORTER", "none");
        program.environment().put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        program.environment()
                .put(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort());
        program.environment().put("OTEL_SEMCONV_STABILITY_OPT_IN", optIn);
        Process running = program.start();
        try {
            Reading pool = firstWith(Signal.USE_SECONDS);

            assertThat(pool.pool().service()).isEqualTo("shop");
            assertThat(pool.pool().instance()).isNotBlank();
            assertThat(pool.pool().name()).isEqualTo("orders");
            assertThat(pool.get(Signal.MAX)).hasValue(3);
            assertThat(pool.get(Signal.MIN_IDLE)).hasValue(2);
            assertThat(pool.get(Signal.USED)).hasValue(2);
            assertThat(pool.get(Signal.PENDING)).hasValue(0);
            assertThat(pool.get(Signal.WAIT_SECONDS).orElseThrow()).isLessThan(5);
            assertThat(pool.get(Signal.WAITS).orElseThrow()).isGreaterThan(1);
            assertThat(pool.get(Signal.USE_SECONDS).orElseThrow()).isLessThan(5);
            assertThat(pool.get(Signal.CREATED).orElseThrow()).isBetween(1.0, 3.0);
        } finally {
            running.destroy();
            running.waitFor();
        }
    }

    private Reading firstWith(Signal signal) throws InterruptedException {
        while (true) {
            InstanceSeen next = seen.poll(80, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            for (Reading reading : next.seen().readings()) {
                if (reading.knows(signal)) {
                    return reading;
                }
            }
        }
    }

    private static Optional<Path> agent() throws IOException {
        if (!Files.isDirectory(REPOSITORY)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            return files.filter(file -> file.toString().endsWith(".jar")).max(Comparator.naturalOrder());
        }
    }
}
