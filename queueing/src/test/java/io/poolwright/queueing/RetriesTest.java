package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void attemptsAreAGeometricSum() {
        assertThat(Retries.attempts(.5, 3)).isEqualTo(1.875);
        assertThat(Retries.attempts(0, 3)).isEqualTo(1);
        assertThat(Retries.attempts(1, 3)).isEqualTo(4);
        assertThat(Retries.attempts(.5, 0)).isEqualTo(1);
    }

    @Property
    void nearCertainFailureNothingJumps(@ForAll @IntRange(min = 0, max = 10) int retries) {
        assertThat(Retries.attempts(1 - 1e-9, retries)).isCloseTo(retries + 1, within(1e-6));
    }

    @Property
    void theFixedPointHolds(
            @ForAll @DoubleRange(min = .1, max = 20) double rate, @ForAll @IntRange(min = 0, max = 5) int retries) {
        Retries.LossWithRetries settled = Retries.ofLossSystem(rate, 1, 10, retries);

        assertThat(ErlangB.blocking(rate * settled.attempts(), 10)).isCloseTo(settled.loss(), within(1e-9));
        assertThat(settled.goodput()).isCloseTo(rate * settled.attempts() * (1 - settled.loss()), within(1e-9));
        assertThat(settled.goodput()).isLessThanOrEqualTo(10);
    }

    @Property
    void moreRetriesServeMoreAndCostMore(
            @ForAll @DoubleRange(min = 1, max = 20) double rate, @ForAll @IntRange(min = 0, max = 5) int retries) {
        Retries.LossWithRetries few = Retries.ofLossSystem(rate, 1, 10, retries);
        Retries.LossWithRetries more = Retries.ofLossSystem(rate, 1, 10, retries + 1);

        assertThat(more.goodput()).isGreaterThanOrEqualTo(few.goodput());
        assertThat(more.loss()).isGreaterThanOrEqualTo(few.loss());
    }

    @Test
    void withoutRetriesItIsTheLossSystem() {
        assertThat(Retries.ofLossSystem(9, 1, 10, 0).loss()).isCloseTo(ErlangB.blocking(9, 10), within(1e-12));
    }

    @Test
    void refusesFewerThanNoRetries() {
        assertThatThrownBy(() -> Retries.attempts(.5, -1)).hasMessage("retries must be at least 0, was -1");
        assertThatThrownBy(() -> Retries.attempts(1.5, 1)).hasMessage("failure must be from 0 to 1, was 1.5");
    }
}
