package io.poolwright.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.load.StubServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LoadGeneratorTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void everyRequestIsGoodLateFailedOrInFlightInEverySecond() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        List<Reply> replies = List.of(
                Reply.ok(), Reply.status(503), Reply.okAfter(Duration.ofMillis(300)), Reply.status(404), Reply.never());
        List<LoadSecond> seconds = new CopyOnWriteArrayList<>();
        try (StubServer server = new StubServer(request -> replies.get(turn.getAndIncrement() % replies.size()));
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.get(server.uri(), 200)
                                .withArrivals(Arrivals.POISSON, 3)
                                .withCallers(Duration.ofMillis(700), RetryPolicy.none())
                                .withGoodWithin(Duration.ofMillis(200)),
                        seconds::add)) {
            server.awaitRequests(400);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            LoadReport total = load.total();
            assertThat(seconds).hasSizeGreaterThanOrEqualTo(2);
            long inFlight = 0;
            for (LoadSecond second : seconds) {
                inFlight += second.offered() - second.good() - second.late() - second.failures();
                assertThat(second.inFlight()).isEqualTo(inFlight);
            }
            assertThat(total.inFlight()).isZero();
            assertThat(total.offered()).isEqualTo(total.good() + total.late() + total.failures());
            assertThat(total.latency().count()).isEqualTo(total.offered());
            assertThat(total.lag().count()).isEqualTo(total.offered());
            assertThat(total.failed()).containsKeys("503", "404", "timeout");
            assertThat(total.good()).isPositive();
            assertThat(total.late()).isPositive();
        }
    }

    @Test
    void stoppingInTheMiddleLeavesTheRestInFlight() throws InterruptedException {
        try (StubServer server = new StubServer(request -> Reply.never());
                LoadGenerator load = LoadGenerator.start(LoadPlan.get(server.uri(), 100), second -> {})) {
            server.awaitRequests(20);

            load.close();

            assertThat(load.total().offered()).isGreaterThanOrEqualTo(20);
            assertThat(load.total().inFlight()).isEqualTo(load.total().offered());
            assertThat(load.total().failed()).isEmpty();
        }
    }

    @Test
    void retriesCarryTheNumberOfTheAttempt() throws InterruptedException {
        try (StubServer server = new StubServer(request -> Reply.status(503));
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.post(server.uri(), 100).withCallers(TEN_SECONDS, RetryPolicy.immediate(2)),
                        second -> {})) {
            server.awaitRequests(60);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            LoadReport total = load.total();
            assertThat(total.attempts()).isEqualTo(3 * total.offered());
            assertThat(total.failed()).isEqualTo(Map.of("503", total.offered()));
            assertThat(List.of("1", "2", "3"))
                    .allSatisfy(number -> assertThat(server.attempts(number)).isEqualTo(total.offered()));
        }
    }

    @Test
    void requestThatSucceedsAtTheSecondAttemptIsTimedFromTheFirst() throws InterruptedException {
        Duration pause = Duration.ofMillis(200);
        try (StubServer server = new StubServer(request ->
                        "1".equals(request.headers().get("x-envoy-attempt-count")) ? Reply.status(503) : Reply.ok());
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.get(server.uri(), 50)
                                .withCallers(TEN_SECONDS, RetryPolicy.backingOff(1, pause, pause)),
                        second -> {})) {
            server.awaitRequests(40);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            assertThat(load.total().failures()).isZero();
            assertThat(load.total().percentile(0).orElseThrow()).isGreaterThanOrEqualTo(0.1); // 0.5 × the pause
        }
    }

    @Test
    void emptyBudgetStopsRetriesAtRunTime() throws InterruptedException {
        try (StubServer server = new StubServer(request -> Reply.status(503));
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.get(server.uri(), 100).withCallers(TEN_SECONDS, RetryPolicy.immediate(3)),
                        second -> {})) {
            server.awaitRequests(40);
            load.retries(RetryPolicy.immediate(3).withBudget(0));
            server.awaitRequests(100);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            long retries = load.total().attempts() - load.total().offered();
            assertThat(retries).isBetween(20L, 100L);
        }
    }

    @Test
    void arrivalsBeyondTheConnectionCapWaitAndTheirWaitCounts() throws InterruptedException {
        try (StubServer server = new StubServer(request -> Reply.okAfter(Duration.ofMillis(50)));
                LoadGenerator load =
                        LoadGenerator.start(LoadPlan.get(server.uri(), 100).withMaxConnections(1), second -> {})) {
            server.awaitRequests(15); // at most 20/s are served, so 1 of 5 or fewer at this moment

            assertThat(load.drain(TEN_SECONDS.multipliedBy(2))).isTrue();
            load.close();

            LoadReport total = load.total();
            assertThat(total.offered()).isGreaterThan(60);
            assertThat(total.good() + total.late()).isEqualTo(total.offered());
            assertThat(total.percentile(100).orElseThrow()).isGreaterThan(0.6 * total.offered() * 0.05);
            assertThat(total.connections().opened()).isEqualTo(1);
            assertThat(total.connections().reused()).isEqualTo(total.offered() - 1);
        }
    }

    @Test
    void waitingInLineForTheClientTimeoutIsAnErrorWithThatLatency() throws InterruptedException {
        try (StubServer server = new StubServer(request -> Reply.okAfter(Duration.ofMillis(50)));
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.get(server.uri(), 200)
                                .withMaxConnections(1)
                                .withCallers(Duration.ofMillis(300), RetryPolicy.immediate(5)),
                        second -> {})) {
            server.awaitRequests(15);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            LoadReport total = load.total();
            assertThat(total.failed().get("line")).isGreaterThan(total.offered() / 3);
            assertThat(total.good() + total.late() + total.failures()).isEqualTo(total.offered());
            assertThat(total.percentile(99).orElseThrow()).isGreaterThanOrEqualTo(0.299);
        }
    }

    @Test
    void refusedConnectionsAreFailuresNotSilence() throws IOException, InterruptedException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()));
        }
        BlockingQueue<LoadSecond> seconds = new LinkedBlockingQueue<>();
        try (LoadGenerator load = LoadGenerator.start(
                LoadPlan.get(nobody, 100).withCallers(TEN_SECONDS, RetryPolicy.immediate(1)), seconds::add)) {
            LoadSecond first = seconds.poll(10, TimeUnit.SECONDS);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            assertThat(first).isNotNull();
            assertThat(load.total().offered()).isPositive();
            assertThat(load.total().failed())
                    .isEqualTo(Map.of("connect", load.total().offered()));
            assertThat(load.total().connections())
                    .isEqualTo(new Connections(0, 0, 2 * load.total().offered()));
        }
    }

    @Test
    void clientTimeoutClosesTheSocket() throws InterruptedException {
        try (StubServer server = new StubServer(request -> Reply.never());
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.get(server.uri(), 50).withCallers(Duration.ofMillis(200), RetryPolicy.none()),
                        second -> {})) {
            server.awaitHangUps(20);

            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();

            LoadReport total = load.total();
            assertThat(total.failed()).isEqualTo(Map.of("timeout", total.offered()));
            assertThat(total.percentile(0).orElseThrow()).isGreaterThanOrEqualTo(0.199);
            assertThat(total.connections().reused()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n3;x=y\r\nyes\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\n!",
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n!"
            })
    void framedAnswersKeepTheConnection(String answer) throws InterruptedException {
        LoadReport total = against(Reply.raw(answer));

        assertThat(total.good() + total.late()).isEqualTo(total.offered());
        assertThat(total.connections().opened() + total.connections().reused()).isEqualTo(total.offered());
        assertThat(total.connections().reused()).isGreaterThan(total.offered() / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n!",
                "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\n!",
                "HTTP/1.1 200 OK\r\n\r\nuntil the end"
            })
    void answersThatEndTheConnectionAreGoodAndNotReused(String answer) throws InterruptedException {
        LoadReport total = against(new Reply(answer, Duration.ZERO, true));

        assertThat(total.good() + total.late()).isEqualTo(total.offered());
        assertThat(total.connections()).isEqualTo(new Connections(total.offered(), 0, 0));
    }

    @Test
    void answerCutShortIsAFailure() throws InterruptedException {
        LoadReport total = against(new Reply("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Duration.ZERO, true));

        assertThat(total.failed()).isEqualTo(Map.of("closed", total.offered()));
    }

    @Test
    void answerThatIsNotHttpIsAFailure() throws InterruptedException {
        LoadReport total = against(Reply.raw("-ERR unknown command\r\n\r\n"));

        assertThat(total.failed()).isEqualTo(Map.of("protocol", total.offered()));
    }

    @Test
    void newRateTakesEffectWhileRunningAndWarmUpStaysOut() throws InterruptedException {
        BlockingQueue<LoadSecond> seconds = new LinkedBlockingQueue<>();
        try (StubServer server = new StubServer(request -> Reply.ok());
                LoadGenerator load = LoadGenerator.start(
                        LoadPlan.get(server.uri(), 0).withWarmUp(Duration.ofSeconds(1)), seconds::add)) {
            load.rate(400); // the pacer was parked for ever
            LoadSecond warmUp = seconds.poll(10, TimeUnit.SECONDS);
            load.rate(40);
            LoadSecond measured = seconds.poll(10, TimeUnit.SECONDS);

            load.close();

            assertThat(warmUp.warmUp()).isTrue();
            assertThat(warmUp.offered()).isBetween(200L, 500L);
            assertThat(measured.warmUp()).isFalse();
            assertThat(measured.offered()).isBetween(20L, 120L);
            assertThat(load.total().seconds()).doesNotContain(warmUp).contains(measured);
            assertThat(load.between(warmUp.start(), measured.start()).offered()).isZero();
            assertThat(load.between(measured.start(), measured.start().plusNanos(1))
                            .seconds())
                    .containsExactly(measured);
        }
    }

    private static LoadReport against(Reply reply) throws InterruptedException {
        try (StubServer server = new StubServer(request -> reply);
                LoadGenerator load = LoadGenerator.start(LoadPlan.get(server.uri(), 200), second -> {})) {
            server.awaitRequests(20);
            assertThat(load.drain(TEN_SECONDS)).isTrue();
            load.close();
            return load.total();
        }
    }
}
