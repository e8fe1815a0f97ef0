package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.QUEUE_ERRORS;
import static io.poolwright.testkit.Signal.REQUESTS;
import static io.poolwright.testkit.Signal.RESENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class ResendsTest {
    private static final Second STORM =
            Second.healthy().with(ARRIVALS, 300).with(REQUESTS, 150).with(RESENT, 50);

    private static final Percentage ROUGHLY = Percentage.withPercentage(0.01);

    @Test
    void takesTheShareWhereItIsCounted() {
        Window window = window(STORM);

        assertThat(Resends.share(window)).hasValueCloseTo(100.0 / 300, ROUGHLY);
        assertThat(Resends.fresh(window)).hasValueCloseTo(200.0, ROUGHLY);
        assertThat(Resends.amplification(window)).hasValueCloseTo(1.5, ROUGHLY);
    }

    @Test
    void oneInstanceThatCountsSpeaksForBoth() {
        assertThat(Resends.fresh(window(STORM.without(Source.SHOP_1)))).hasValueCloseTo(200.0, ROUGHLY);
    }

    @Test
    void repeatsThatNobodyCountsAreNotTakenForFirstAttempts() {
        assertThat(Resends.fresh(window(STORM.without(Source.RESENT)))).isEmpty();
    }

    @Test
    void whoIsTurnedAwayAndComesAgainCannotBeCounted() {
        assertThat(Resends.fresh(window(STORM.with(QUEUE_ERRORS, 16)))).isEmpty();
        assertThat(Resends.fresh(window(STORM.with(QUEUE_ERRORS, 14)))).hasValueCloseTo(200.0, ROUGHLY);
    }

    @Test
    void whoIsTurnedAwayAndStaysAwayIsCounted() {
        Second surge = Second.healthy().with(ARRIVALS, 1300).with(QUEUE_ERRORS, 300);

        assertThat(Resends.fresh(window(surge))).hasValueCloseTo(1300.0, ROUGHLY);
    }

    private static Window window(Second state) {
        List<Tick> ticks = StackSeries.of(4, state).ticks();
        List<Frame> frames = new ArrayList<>();
        for (int i = 1; i < ticks.size(); i++) {
            frames.add(Frames.between(ticks.get(i - 1), ticks.get(i)));
        }
        return new Window(frames);
    }
}
