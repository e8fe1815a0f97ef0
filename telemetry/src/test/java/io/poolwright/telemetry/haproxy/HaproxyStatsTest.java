package io.poolwright.telemetry.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ServerSample;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.CollectorContract;
import io.poolwright.telemetry.FakeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaproxyStatsTest {
    @Test
    void readsWhatHaproxyWrites() {
        assertThat(read(recorded("haproxy-2.6-idle.csv"), "edge", "shop"))
                .isEqualTo(Answer.of(new BalancerSample(
                        "haproxy",
                        10,
                        0,
                        0,
                        0,
                        0,
                        0.959,
                        0.802,
                        List.of(
                                new ServerSample("shop-1", true, 0, OptionalInt.of(2), 0, 7, 0.802),
                                new ServerSample("shop-2", true, 0, OptionalInt.of(1), 0, 3, 0.803),
                                new ServerSample("shop-3", false, 0, OptionalInt.empty(), 0, 0, 0)))));
    }

    @Test
    void theQueueIsTheBackendsOwnAndItsServers() {
        byte[] queued = recorded("haproxy-2.6-queues.csv");

        BalancerSample shared = read(queued, "edge", "shop").value().orElseThrow();
        BalancerSample tied = read(queued, "edge", "leastconn").value().orElseThrow();

        assertThat(shared.queue()).isEqualTo(1);
        assertThat(tied.queue()).isEqualTo(8);
        assertThat(tied.servers().get(0).queue()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, true",
        "UP 1/3, true",
        "no check, true",
        "DRAIN, false",
        "MAINT, false",
        "MAINT (via x/y), false",
        "DOWN, false",
        "DOWN 1/2, false",
        "NOLB, false"
    })
    void onlyAServerThatGetsRequestsIsUp(String status, boolean up) {
        byte[] csv = text(recorded("haproxy-2.6-idle.csv"))
                .replace("no check", status)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(read(csv, "edge", "shop")
                        .value()
                        .orElseThrow()
                        .servers()
                        .get(0)
                        .up())
                .isEqualTo(up);
    }

    @Test
    void columnsAreFoundByNameAndLinesMayBeShort() {
        String csv = """
                # svname,news,pxname,req_tot,hrsp_5xx,qcur,econ,wretr,qtime,rtime,status,scur,slim,stot,more
                FRONTEND,"a, ""b"" c",in,5,1
                one,x,out,,,2,,,,7,UP,1,,4
                BACKEND,x,out,,,3,6,7,8,9
                """;

        assertThat(read(csv.getBytes(StandardCharsets.UTF_8), "in", "out"))
                .isEqualTo(Answer.of(new BalancerSample(
                        "haproxy",
                        5,
                        1,
                        5,
                        6,
                        7,
                        0.008,
                        0.009,
                        List.of(new ServerSample("one", true, 1, OptionalInt.empty(), 2, 4, 0.007)))));
    }

    @Test
    void anEmptyCellIsSilenceNotZero() {
        String csv = """
                # pxname,svname,req_tot,hrsp_5xx,qcur,econ,wretr,qtime,rtime
                in,FRONTEND,5,1,,,,,
                out,BACKEND,,,,6,7,8,9
                """;

        assertThat(read(csv.getBytes(StandardCharsets.UTF_8), "in", "out"))
                .isEqualTo(Answer.silent("test: out/BACKEND has nothing in qcur, which is no number"));
    }

    @Test
    void anUnknownBackendIsSilence() {
        assertThat(read(recorded("haproxy-2.6-idle.csv"), "edge", "cart"))
                .isEqualTo(Answer.silent("test: no BACKEND named 'cart'"));
    }

    private static Answer<BalancerSample> read(byte[] csv, String frontend, String backend) {
        StatsSource source = new StatsSource() {
            @Override
            public byte[] read() {
                return csv;
            }

            @Override
            public String name() {
                return "test";
            }
        };
        return new HaproxyStats("haproxy", source, frontend, backend).collect();
    }

    private static byte[] recorded(String name) {
        return FakeSource.recorded(HaproxyStatsTest.class, name);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Nested
    class OverTheStatsPage extends CollectorContract {
        private Optional<FakeSource> source = Optional.empty();

        @AfterEach
        void close() {
            source.ifPresent(FakeSource::close);
        }

        @Override
        protected Collector<?> answering() {
            return of(FakeSource.page(recorded("haproxy-2.6-idle.csv")));
        }

        @Override
        protected Collector<?> refused() {
            return at(URI.create("http://127.0.0.1:%d/stats;csv".formatted(FakeSource.refusingPort())));
        }

        @Override
        protected Collector<?> of(FakeSource.Script script) {
            close();
            source = Optional.of(FakeSource.onTcp(script));
            return at(source.get().uri("/stats;csv"));
        }

        private static Collector<?> at(URI uri) {
            return new HaproxyStats("haproxy", StatsSource.statsPage(uri, DEADLINE), "edge", "shop");
        }
    }

    @Nested
    class OverTheRuntimeSocket extends CollectorContract {
        private Optional<FakeSource> source = Optional.empty();

        @TempDir
        private Path folder;

        @AfterEach
        void close() {
            source.ifPresent(FakeSource::close);
        }

        @Override
        protected Collector<?> answering() {
            return of(FakeSource.answer(recorded("haproxy-2.6-idle.csv")));
        }

        @Override
        protected Collector<?> refused() {
            Path socket = folder.resolve("left-behind.sock");
            try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                left.bind(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new HaproxyStats("haproxy", StatsSource.runtimeSocket(socket, DEADLINE), "edge", "shop");
        }

        @Override
        protected Collector<?> of(FakeSource.Script script) {
            close();
            Path socket = folder.resolve("haproxy.sock");
            try {
                Files.deleteIfExists(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            source = Optional.of(FakeSource.onUnix(UnixDomainSocketAddress.of(socket), script));
            return new HaproxyStats("haproxy", StatsSource.runtimeSocket(socket, DEADLINE), "edge", "shop");
        }
    }
}
