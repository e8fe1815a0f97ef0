package io.poolwright.simulate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    @Test
    void tenGoodSecondsAreARecovery() {
        assertThat(recovery(30, from -> from < 35 ? 0 : 100)).hasValue(5);
    }

    @Test
    void nineAreNone() {
        assertThat(recovery(30, from -> from < 111 ? 0 : 100)).isEmpty();
        assertThat(recovery(30, from -> from < 110 ? 0 : 100)).hasValue(80);
    }

    @Test
    void whatWasGoodBeforeTheTriggerEndedDoesNotCount() {
        assertThat(recovery(30, from -> from < 30 ? 100 : 0)).isEmpty();
    }

    @Test
    void stackThatNeverWentDownRecoversAtOnce() {
        assertThat(recovery(30, from -> 100)).hasValue(0);
    }

    @Test
    void ninetyNineOfAHundredAreEnoughAndOneIsForgiven() {
        // 1000 in ten seconds: 990 are asked for, and 989 will do.
        assertThat(recovery(0, from -> from == 0 ? 89 : 100)).hasValue(0);
        assertThat(recovery(0, from -> from % 10 == 0 ? 88 : 100)).isEmpty();
    }

    private static OptionalDouble recovery(double since, java.util.function.DoubleToLongFunction good) {
        Recovery recovery = new Recovery(since);
        for (double from = 0; from < 120; from++) {
            recovery.goOn(Figured.window(from, from + 1, 100, good.applyAsLong(from), 0.01));
        }
        return recovery.seconds();
    }
}
