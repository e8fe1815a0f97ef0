package io.poolwright.detect;

import static io.poolwright.testkit.Signal.QUEUE;
import static io.poolwright.testkit.Signal.REQUESTS;
import static io.poolwright.testkit.Signal.SERVICE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static final Window EMPTY = new Window(List.of());

    /** A window of queue lengths; −1 is a look at which the balancer was silent. */
    private static Window queues(int... lengths) {
        StackSeries series = StackSeries.of(1, Second.healthy())
                .then(
                        lengths.length,
                        i -> lengths[i] < 0
                                ? Second.healthy().without(Source.BALANCER)
                                : Second.healthy().with(QUEUE, lengths[i]));
        return Seen.of(series);
    }

    @Test
    void medianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(queues(9, 1, 5).median(Figures.QUEUE)).hasValue(5);
        assertThat(queues(9, 1, 5, 7).median(Figures.QUEUE)).hasValue(6);
    }

    @Test
    void whatIsUnknownDoesNotCount() {
        Window window = queues(4, 8, -1);

        assertThat(window.mean(Figures.QUEUE)).hasValue(6);
        assertThat(window.latest(Figures.QUEUE)).hasValue(8);
        assertThat(window.max(Figures.QUEUE)).hasValue(8);
        assertThat(window.min(Figures.QUEUE)).hasValue(4);
        assertThat(window.earliest(Figures.QUEUE)).hasValue(4);
    }

    @Test
    void allUnknownIsUnknown() {
        Window window = queues(-1, -1);

        assertThat(window.mean(Figures.QUEUE)).isEmpty();
        assertThat(window.median(Figures.QUEUE)).isEmpty();
        assertThat(window.latest(Figures.QUEUE)).isEmpty();
        assertThat(window.slope(Figures.QUEUE)).isEmpty();
        assertThat(EMPTY.mean(Figures.QUEUE)).isEmpty();
    }

    @Test
    void whatIsUnknownHasNotHeld() {
        assertThat(queues(5, 5, 5).held(3, Figures.QUEUE, q -> q == 5)).isTrue();
        assertThat(queues(5, -1, 5).held(3, Figures.QUEUE, q -> q == 5)).isFalse();
        assertThat(queues(5, 5).held(3, Figures.QUEUE, q -> q == 5)).isFalse();
        assertThat(queues(5, -1, -1, 5, 5).count(Figures.QUEUE, q -> q == 5)).isEqualTo(2);
    }

    @Test
    void aRatioIsTotalOverTotal() {
        StackSeries series = StackSeries.of(1, Second.healthy())
                .then(1, Second.healthy().with(REQUESTS, 100).with(SERVICE_TIME, 0.010))
                .then(1, Second.healthy().with(REQUESTS, 300).with(SERVICE_TIME, 0.050));

        double mean = Seen.of(series)
                .ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS)
                .getAsDouble();

        assertThat(mean).isCloseTo(0.040, within(1e-9));
    }

    @Test
    void aRatioToNothingIsUnknown() {
        Window window = Seen.of(StackSeries.of(4, Second.healthy().with(REQUESTS, 0)));

        assertThat(window.ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS)).isEmpty();
    }

    @Test
    void slopeIsPerLook() {
        assertThat(queues(1, 3, 5, 7).slope(Figures.QUEUE)).hasValue(2);
        assertThat(queues(4, 4, 4).slope(Figures.QUEUE)).hasValue(0);
        assertThat(queues(4).slope(Figures.QUEUE)).isEmpty();
    }

    @Test
    void theLastOfFewAreAll() {
        assertThat(queues(1, 2, 3).last(2).frames()).hasSize(2);
        assertThat(queues(1, 2, 3).last(9).frames()).hasSize(3);
    }
}
