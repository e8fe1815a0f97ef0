package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTimeoutTest {
    @ParameterizedTest(name = "lambda = {0}")
    @CsvSource({"9, .009853, .639356, .452152", "12, .168046, .992884, 1.604127"})
    void matchesTheReferenceValues(double rate, double timeouts, double waiting, double wait) {
        QueueTimeout queue = QueueTimeout.of(rate, 1, 10, 2);

        assertThat(queue.timeouts()).isCloseTo(timeouts, within(5e-7));
        assertThat(queue.probabilityOfWait()).isCloseTo(waiting, within(5e-7));
        assertThat(queue.meanWait()).isCloseTo(wait, within(5e-7));
    }

    @Property
    void servedAndTimedOutMakeTheMean(
            @ForAll @DoubleRange(min = 1, max = 40) double rate,
            @ForAll @DoubleRange(min = 0, max = 5) double timeout) {
        QueueTimeout queue = QueueTimeout.of(rate, 1, 10, timeout);

        double all = queue.meanWaitServed() * (1 - queue.timeouts()) + timeout * queue.timeouts();

        assertThat(all).isCloseTo(queue.meanWait(), within(1e-9));
        assertThat(queue.meanWaitServed()).isBetween(0.0, timeout);
    }

    @Property
    void whatIsServedFitsTheServers(
            @ForAll @DoubleRange(min = .1, max = 100) double rate,
            @ForAll @DoubleRange(min = 0, max = 50) double timeout) {
        double served = rate * (1 - QueueTimeout.of(rate, 1, 10, timeout).timeouts());

        assertThat(served).isLessThanOrEqualTo(10 + 1e-9);
    }

    @Property
    void withoutPatienceItIsTheLossSystem(
            @ForAll @DoubleRange(min = .1, max = 30) double load, @ForAll @IntRange(min = 1, max = 30) int servers) {
        QueueTimeout queue = QueueTimeout.of(load, 1, servers, 0);

        assertThat(queue.timeouts()).isCloseTo(ErlangB.blocking(load, servers), within(1e-12));
        assertThat(queue.meanWait()).isZero();
    }

    @Property
    void withEndlessPatienceItIsTheStationWithoutATimeout(
            @ForAll @DoubleRange(min = .1, max = .9) double utilization,
            @ForAll @IntRange(min = 1, max = 30) int servers) {
        QueueTimeout queue = QueueTimeout.of(servers * utilization, 1, servers, 1e4);

        assertThat(queue.timeouts()).isLessThan(1e-12);
        assertThat(queue.meanWait()).isCloseTo(ErlangC.meanWait(servers * utilization, servers, 1), within(1e-9));
    }

    @Property
    void atTheCapacityNothingJumps(@ForAll @DoubleRange(min = .01, max = .2) double near) {
        QueueTimeout under = QueueTimeout.of(10 - near, 1, 10, 2);
        QueueTimeout at = QueueTimeout.of(10, 1, 10, 2);
        QueueTimeout over = QueueTimeout.of(10 + near, 1, 10, 2);

        assertThat(at.timeouts()).isBetween(under.timeouts(), over.timeouts());
        assertThat(at.meanWait()).isBetween(under.meanWait(), over.meanWait());
        assertThat((under.meanWait() + over.meanWait()) / 2).isCloseTo(at.meanWait(), within(near * near));
    }

    @Test
    void atTheCapacityTheIntegralsAreSimple() {
        double blocked = 1 / ErlangB.blocking(10, 9);
        double waiting = 2 + .1;

        QueueTimeout queue = QueueTimeout.of(10, 1, 10, 2);

        assertThat(queue.timeouts()).isCloseTo(1 / (blocked + 10 * waiting), within(1e-12));
        assertThat(queue.meanWait()).isCloseTo(10 * (2 + .2) / (blocked + 10 * waiting), within(1e-12));
    }

    @Test
    void standsALongOverload() {
        QueueTimeout queue = QueueTimeout.of(5000, .01, 10, 60);

        assertThat(queue.timeouts()).isCloseTo(.8, within(1e-9));
        assertThat(queue.meanWait()).isCloseTo(60, within(.01));
    }

    @Test
    void nearlyNobodyWaitsBehindManyServers() {
        QueueTimeout queue = QueueTimeout.of(1, .001, 400, 1);

        assertThat(queue.timeouts()).isZero();
        assertThat(queue.meanWait()).isZero();
    }

    @Test
    void refusesATimeoutBelowZero() {
        assertThatThrownBy(() -> QueueTimeout.of(1, 1, 1, -1)).hasMessage("timeout must be 0 or more, was -1.0");
    }
}
