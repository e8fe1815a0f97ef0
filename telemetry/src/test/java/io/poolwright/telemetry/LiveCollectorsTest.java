package io.poolwright.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.haproxy.LiveHaproxy;
import io.poolwright.telemetry.haproxy.StatsSource;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.jmx.JmxTarget;
import io.poolwright.telemetry.jmx.LiveJmx;
import io.poolwright.telemetry.mysql.LiveMysql;
import io.poolwright.telemetry.nginx.LiveNginx;
import io.poolwright.telemetry.pgbouncer.LivePgBouncer;
import io.poolwright.telemetry.phpfpm.LivePhpFpm;
import io.poolwright.telemetry.phpfpm.StatusSource;
import io.poolwright.telemetry.postgres.LivePostgres;
import io.poolwright.telemetry.postgres.PostgresAddress;
import io.poolwright.telemetry.real.Program;
import io.poolwright.telemetry.wire.Peer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every collector of a live target promises, whatever is at the other end: one sentence, in time, without a secret. */
class LiveCollectorsTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration SLACK = Duration.ofMillis(1500);
    private static final Owner SHOP = new Owner("shop", "");
    private static final String SECRET = "sesame";
    private static final String CSV = "# pxname,svname,scur,slim,type\nedge,FRONTEND,1,2,0\n";
    private static final String FPM = "{\"pool\":\"www\",\"active processes\":1}";
    private static final String STUB = "Active connections: 1 \nserver accepts handled requests\n 1 1 1 \n";

    /** Each with a port of this machine, and what its target says when it is well; empty where that takes a real one. */
    enum Kind {
        HAPROXY_SOCKET(
                port -> new LiveHaproxy(SHOP, StatsSource.runtimeApi(Peer.tcp("127.0.0.1", port), DEADLINE)),
                FakeSource.answer(("Maxconn: 5\n\n" + CSV).getBytes(StandardCharsets.UTF_8))),
        HAPROXY_PAGE(
                port -> new LiveHaproxy(SHOP, StatsSource.statsPage(page(port, "/stats;csv"))),
                FakeSource.page(CSV.getBytes(StandardCharsets.UTF_8))),
        NGINX(
                port -> new LiveNginx(SHOP, page(port, "/nginx")),
                FakeSource.page(STUB.getBytes(StandardCharsets.UTF_8))),
        PHP_FPM_PAGE(
                port -> new LivePhpFpm(SHOP, StatusSource.page(page(port, "/status?json"))),
                FakeSource.page(FPM.getBytes(StandardCharsets.UTF_8))),
        PHP_FPM(
                port -> new LivePhpFpm(SHOP, StatusSource.fastCgi(Peer.tcp("127.0.0.1", port), "/status", DEADLINE)),
                FakeSource.answer(fastCgi("Content-Type: application/json\r\n\r\n" + FPM))),
        PGBOUNCER(port -> new LivePgBouncer(SHOP, Peer.tcp("127.0.0.1", port), "watch", () -> SECRET, DEADLINE), null),
        POSTGRESQL(
                port -> LivePostgres.of(
                        SHOP,
                        new PostgresAddress(
                                "jdbc:postgresql://127.0.0.1:%d/shop?sslpassword=%s".formatted(port, SECRET),
                                "watch",
                                SECRET,
                                ""),
                        DEADLINE),
                null),
        MYSQL(
                port -> LiveMysql.of(
                        SHOP,
                        "jdbc:mysql://127.0.0.1:%d/?keyStorePassword=%s".formatted(port, SECRET),
                        "watch",
                        () -> SECRET,
                        DEADLINE),
                null),
        JMX(
                port -> LiveJmx.of(
                        SHOP,
                        JmxTarget.url("127.0.0.1:" + port).as("watch", () -> SECRET),
                        Clock.systemUTC(),
                        DEADLINE),
                null);

        private final IntFunction<Collector<Seen>> collector;
        private final FakeSource.Script well;

        Kind(IntFunction<Collector<Seen>> collector, FakeSource.Script well) {
            this.collector = collector;
            this.well = well;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSilentWhenNobodyListens(Kind kind) throws Exception {
        int port = FakeSource.refusingPort();
        Collector<Seen> collector = kind.collector.apply(port);

        // The first looks of a driver may end before its classes are loaded.
        Program.await(() -> {
            String reason = reason(collector, port).toLowerCase(Locale.ROOT);
            return reason.contains("refused") || reason.contains("socket fail to connect");
        });
        close(collector);
    }

    @ParameterizedTest
    @EnumSource
    void isSilentInTimeWhateverItsTargetDoes(Kind kind) throws Exception {
        byte[] nonsense = new byte[5000];
        new Random(7).nextBytes(nonsense);
        byte[] zeros = new byte[5000];
        byte[] ones = new byte[5000];
        Arrays.fill(ones, (byte) 0xff);
        List<FakeSource.Script> scripts = List.of(
                FakeSource.nothing(),
                FakeSource.drops("HTTP/1.1 200 OK\r\n\r\n"),
                FakeSource.drops(""),
                FakeSource.answer(new byte[0]),
                FakeSource.answer(nonsense),
                FakeSource.answer(zeros),
                FakeSource.answer(ones),
                FakeSource.page(nonsense),
                FakeSource.page("<html>hello</html>".getBytes(StandardCharsets.UTF_8)));
        for (FakeSource.Script script : scripts) {
            try (FakeSource source = FakeSource.onTcp(script)) {
                Collector<Seen> collector = kind.collector.apply(source.port());
                reason(collector, source.port());
                reason(collector, source.port());
                close(collector);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HAPROXY_SOCKET", "HAPROXY_PAGE", "NGINX", "PHP_FPM_PAGE", "PHP_FPM"})
    void answersAgainWhenItsTargetComesBack(Kind kind) throws Exception {
        int port;
        Collector<Seen> collector;
        try (FakeSource source = FakeSource.onTcp(kind.well)) {
            port = source.port();
            collector = kind.collector.apply(port);
            assertThat(collector.collect()).isInstanceOf(Answer.Answered.class);
        }
        // The system may still let one caller in while the socket closes.
        Program.await(() -> collector.collect() instanceof Answer.Silent);
        reason(collector, port);
        try (FakeSource source = FakeSource.onTcp(kind.well, port)) {
            assertThat(source.port()).isEqualTo(port);
            assertThat(collector.collect()).isInstanceOf(Answer.Answered.class);
        }
    }

    private static String reason(Collector<Seen> collector, int port) {
        long start = System.nanoTime();

        Answer<Seen> answer = collector.collect();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(SLACK));
        assertThat(answer).isInstanceOf(Answer.Silent.class);
        String reason = ((Answer.Silent<Seen>) answer).reason();
        assertThat(reason).contains("127.0.0.1:" + port).doesNotContain(SECRET, "\n", "null", "java.");
        return reason;
    }

    private static void close(Collector<Seen> collector) throws Exception {
        if (collector instanceof AutoCloseable held) {
            held.close();
        }
    }

    private static HttpPage page(int port, String path) {
        return new HttpPage(URI.create("http://127.0.0.1:%d%s".formatted(port, path)), DEADLINE, 1 << 20);
    }

    private static byte[] fastCgi(String output) {
        byte[] content = output.getBytes(StandardCharsets.UTF_8);
        byte[] record = Arrays.copyOf(new byte[] {1, 6, 0, 1, 0, (byte) content.length, 0, 0}, content.length + 24);
        System.arraycopy(content, 0, record, 8, content.length);
        byte[] end = {1, 3, 0, 1, 0, 8, 0, 0};
        System.arraycopy(end, 0, record, content.length + 8, end.length);
        return record;
    }
}
