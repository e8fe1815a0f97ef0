package io.poolwright.watch.eye;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import org.junit.jupiter.api.Test;

final class MinuteTest {
    @SuppressWarnings("EnumOrdinal")
    private static Measures of(double wait, double throughput) {
        double[] values = Measures.unknown();
        values[Measure.WAIT_MEAN.ordinal()] = wait;
        values[Measure.THROUGHPUT.ordinal()] = throughput;
        return Measures.owning(values);
    }

    @Test
    void waitsAreWeightedByHowManyThereWere() {
        Minute minute = new Minute();
        minute.take(0, of(0.1, 90));
        minute.take(1_000, of(1.1, 10));

        assertThat(minute.mean().get(Measure.WAIT_MEAN).getAsDouble()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void whatIsOlderThanAMinuteIsForgotten() {
        Minute minute = new Minute();
        minute.take(0, of(5, 1));
        minute.take(60_000, of(1, 1));

        assertThat(minute.mean().get(Measure.WAIT_MEAN).getAsDouble()).isEqualTo(1);
    }

    @Test
    void whatWasNeverKnownStaysUnknown() {
        Minute minute = new Minute();
        minute.take(0, Measures.nothing());

        assertThat(minute.mean().get(Measure.USED)).isEmpty();
    }
}
