package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangCTest {
    @ParameterizedTest(name = "c = {0}, rho = {1}")
    @CsvSource({
        "4, .8, .596432, .745541", // computed twice, independently
        "10, .9, .668732, .668732",
        "20, .95, .755401, .755401",
        "1, .9, .9, 9"
    })
    void matchesTheReferenceValues(int servers, double utilization, double probability, double wait) {
        double load = servers * utilization;

        assertThat(ErlangC.probabilityOfWait(load, servers)).isCloseTo(probability, within(1e-6));
        assertThat(ErlangC.meanWait(load, servers, 1)).isCloseTo(wait, within(1e-6));
    }

    @Test
    void theTailOfTheWaitIsExponential() {
        assertThat(ErlangC.waitPercentile(9, 10, 1, .99)).isCloseTo(4.2028, within(5e-5));
        assertThat(ErlangC.probabilityOfWaitBeyond(9, 10, 1, 4.2028)).isCloseTo(.01, within(1e-6));
        assertThat(ErlangC.probabilityOfWaitBeyond(9, 10, 1, 0)).isEqualTo(ErlangC.probabilityOfWait(9, 10));
    }

    @Test
    void aPercentileOfThoseWhoDoNotWaitIsZero() {
        double waiting = ErlangC.probabilityOfWait(5, 10);

        assertThat(ErlangC.waitPercentile(5, 10, 1, 1 - waiting)).isZero();
        assertThat(ErlangC.waitPercentile(5, 10, 1, 1 - waiting + 1e-6)).isPositive();
    }

    @Test
    void overTheLineTheWaitHasNoEnd() {
        assertThat(ErlangC.probabilityOfWaitBeyond(10, 10, 1, 1000)).isEqualTo(1);
        assertThat(ErlangC.waitPercentile(10, 10, 1, .5)).isInfinite();
    }

    @Property
    void percentileAndTailAreInverse(
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double utilization,
            @ForAll @DoubleRange(min = 0.9, max = 0.99) double share) {
        double wait = ErlangC.waitPercentile(4 * utilization, 4, 0.02, share);

        if (wait > 0) {
            assertThat(ErlangC.probabilityOfWaitBeyond(4 * utilization, 4, 0.02, wait))
                    .isCloseTo(1 - share, within(1e-12));
        }
    }

    @Test
    void everybodyWaitsAtTheLine() {
        assertThat(ErlangC.probabilityOfWait(4, 4)).isEqualTo(1);
        assertThat(ErlangC.meanWait(4, 4, 1)).isInfinite();
        assertThat(ErlangC.probabilityOfWait(3.999, 4)).isLessThan(1);
    }

    @Test
    void nobodyWaitsWithoutLoad() {
        assertThat(ErlangC.probabilityOfWait(0, 1)).isZero();
        assertThat(ErlangC.fewestServers(0, 0.01)).isEqualTo(1);
    }

    @Property
    void fewestServersIsEnoughAndOneLessIsNot(
            @ForAll @DoubleRange(min = 0.01, max = 500) double load,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double probability) {
        int servers = ErlangC.fewestServers(load, probability);

        assertThat(ErlangC.probabilityOfWait(load, servers)).isLessThanOrEqualTo(probability);
        if (servers > 1) {
            assertThat(ErlangC.probabilityOfWait(load, servers - 1)).isGreaterThan(probability);
        }
    }

    @Test
    void refusesWhatIsNotALoad() {
        assertThatThrownBy(() -> ErlangC.probabilityOfWait(Double.NaN, 1))
                .hasMessage("load must be 0 or more, was NaN");
        assertThatThrownBy(() -> ErlangC.probabilityOfWait(1, 0)).hasMessage("servers must be at least 1, was 0");
        assertThatThrownBy(() -> ErlangC.fewestServers(1, 1))
                .hasMessage("probability must be between 0 and 1, was 1.0");
    }
}
