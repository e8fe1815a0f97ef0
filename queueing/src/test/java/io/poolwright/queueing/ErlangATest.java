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

class ErlangATest {
    @ParameterizedTest(name = "lambda = {0}")
    @CsvSource({"9, .067012, .134023", "12, .195656, .391312"})
    void matchesTheReferenceValues(double rate, double abandoned, double wait) {
        ErlangA queue = ErlangA.of(rate, 1, 10, 2);

        assertThat(queue.abandoned()).isCloseTo(abandoned, within(5e-7));
        assertThat(queue.meanWait()).isCloseTo(wait, within(5e-7));
        assertThat(queue.meanQueue()).isCloseTo(rate * wait, within(5e-6));
    }

    @Property
    void withEndlessPatienceItIsTheStationWithoutAbandonment(
            @ForAll @DoubleRange(min = .1, max = .9) double utilization,
            @ForAll @IntRange(min = 1, max = 30) int servers) {
        ErlangA queue = ErlangA.of(servers * utilization, 1, servers, 1e14);

        assertThat(queue.meanWait()).isCloseTo(ErlangC.meanWait(servers * utilization, servers, 1), within(1e-9));
        assertThat(queue.probabilityOfWait())
                .isCloseTo(ErlangC.probabilityOfWait(servers * utilization, servers), within(1e-9));
    }

    @Property
    void withoutPatienceItIsTheLossSystem(
            @ForAll @DoubleRange(min = .1, max = 30) double load, @ForAll @IntRange(min = 1, max = 30) int servers) {
        assertThat(ErlangA.of(load, 1, servers, 1e-9).abandoned())
                .isCloseTo(ErlangB.blocking(load, servers), within(1e-6));
    }

    @Property
    void whatIsServedFitsTheServers(@ForAll @DoubleRange(min = 1, max = 100) double rate) {
        ErlangA queue = ErlangA.of(rate, 1, 10, 2);

        assertThat(rate * (1 - queue.abandoned())).isLessThanOrEqualTo(10 + 1e-9);
        assertThat(ErlangA.of(rate * 1.05, 1, 10, 2).abandoned()).isGreaterThan(queue.abandoned());
    }

    @Test
    void saysWhenTheQueueWouldNotEnd() {
        assertThatThrownBy(() -> ErlangA.of(20, 1, 10, 1e9))
                .hasMessageStartingWith("the queue grows past 5000000: the load is at the capacity");
    }
}
