package io.poolwright.diagnose.hypotheses;

import static io.poolwright.testkit.Signal.PENDING;
import static io.poolwright.testkit.Signal.QUEUE;
import static io.poolwright.testkit.Signal.SERVICE_TIME;
import static io.poolwright.testkit.Signal.SLOTS;
import static io.poolwright.testkit.Signal.SLOTS_USED;
import static io.poolwright.testkit.Signal.TRANSACTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Hypothesis;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.Verdict;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.ServerSample;
import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LbPoolTooSmallTest {
    private static final Second ILL = Second.healthy()
            .with(QUEUE, 200)
            .with(SLOTS, 2)
            .with(SLOTS_USED, 2)
            .with(SERVICE_TIME, 0.033)
            .with(TRANSACTIONS, 119);

    private final Hypothesis hypothesis = new LbPoolTooSmall();

    @Test
    void isTheCause() {
        Judge judge = Judge.of(hypothesis, ILL);

        assertThat(judge.assessment().verdict()).isEqualTo(Verdict.CAUSE);
    }

    @Test
    void isClearedWhereNobodyQueues() {
        Judge judge = Judge.of(hypothesis, ILL.with(QUEUE, 0));

        assertThat(judge.verdict()).isEqualTo("CLEARED: 0 requests wait at the balancer (line 1): it holds nobody up");
    }

    @Test
    void isClearedWhereSlotsAreFree() {
        Judge judge = Judge.of(hypothesis, ILL.with(SLOTS, 50));

        assertThat(judge.verdict()).isEqualTo("CLEARED: 4 % of its server slots are in use (line 60 %)");
    }

    @Test
    void isClearedWhereTheApplicationIsSlow() {
        Judge judge = Judge.of(hypothesis, ILL.with(SERVICE_TIME, 0.664));

        assertThat(judge.verdict())
                .isEqualTo(
                        "CLEARED: a request takes 664 ms inside the application, ×17 as long as before: the stall is further in");
    }

    @Test
    void isClearedWhereCallersWaitForConnections() {
        Judge judge = Judge.of(hypothesis, ILL.with(PENDING, 24));

        assertThat(judge.verdict())
                .isEqualTo("CLEARED: 48 callers wait for a database connection: the stall is further in");
    }

    @Test
    void cannotTellWhileAServerIsDownForItsSlotsAreMissing() {
        Judge judge = Judge.of(hypothesis, Second.healthy(), ILL, LbPoolTooSmallTest::withOneServerDown);

        assertThat(judge.verdict()).startsWith("CANNOT_TELL: every server up that was up before");
    }

    private static Tick withOneServerDown(Tick tick) {
        return new Tick(
                tick.at(),
                tick.balancer().map(LbPoolTooSmallTest::withOneServerDown),
                tick.instances(),
                tick.database(),
                tick.settings());
    }

    private static BalancerSample withOneServerDown(BalancerSample it) {
        List<ServerSample> servers = new ArrayList<>(it.servers());
        ServerSample last = servers.remove(servers.size() - 1);
        servers.add(new ServerSample(
                last.name(), false, last.used(), last.max(), last.queue(), last.sessions(), last.responseTime()));
        return new BalancerSample(
                it.product(),
                it.requests(),
                it.serverErrors(),
                it.queue(),
                it.queueErrors(),
                it.retries(),
                it.queueTime(),
                it.responseTime(),
                servers);
    }

    @Test
    void cannotTellWithoutTheBalancer() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.BALANCER));

        assertThat(judge.verdict()).isEqualTo("CANNOT_TELL: requests waiting at the balancer (qcur)");
    }

    @Test
    void cannotTellWithoutThePools() {
        Judge judge = Judge.of(hypothesis, ILL.without(Source.POOL));

        assertThat(judge.verdict())
                .isEqualTo("CANNOT_TELL: callers waiting for a connection (hikaricp_connections_pending)");
    }

    @ParameterizedTest
    @CsvSource({"0.066, true", "0.067, false"})
    void drawsTheLine(double serviceTime, boolean guilty) {
        Judge judge = Judge.of(hypothesis, ILL.with(SERVICE_TIME, serviceTime));

        assertThat(judge.assessment().verdict()).isEqualTo(guilty ? Verdict.CAUSE : Verdict.CLEARED);
    }

    @Test
    void restoresWhatTheFileDeclares() {
        Remedy remedy = Judge.of(hypothesis, ILL).remedy();

        assertThat(remedy.parameter()).isEqualTo("maxconn");
        assertThat(remedy.current()).isEqualTo("2");
        assertThat(remedy.suggested()).isEqualTo("50");
        assertThat(remedy.setAt()).isEqualTo("haproxy.cfg:1 (declares 50; 2 is in force, set at run time)");
        assertThat(remedy.reason())
                .isEqualTo("200/s × 38 ms = 7.6 requests at once, 3.8 on each of 2 servers:"
                        + " 12 slots keep the chance of a wait under 0.1 % (Erlang C); the declared 50 is ample");
    }

    @Test
    void doublesWhatErlangAsksFor() {
        Remedy remedy = Judge.of(hypothesis, ILL.declaring("haproxy/shop/shop-1", "maxconn", "2"))
                .remedy();

        assertThat(remedy.parameter()).isEqualTo("maxconn");
        assertThat(remedy.current()).isEqualTo("2");
        assertThat(remedy.suggested()).isEqualTo("24");
        assertThat(remedy.setAt()).isEqualTo("haproxy.cfg:1");
        assertThat(remedy.reason())
                .isEqualTo("200/s × 38 ms = 7.6 requests at once, 3.8 on each of 2 servers:"
                        + " 12 slots keep the chance of a wait under 0.1 % (Erlang C), twice that leaves room");
    }
}
