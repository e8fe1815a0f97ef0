package io.poolwright.queueing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogHistogramTest {
    private final LogHistogram histogram = new LogHistogram();

    @ParameterizedTest
    @ValueSource(doubles = {2e-6, 1e-3, .0123, 1, 59.9, 3600})
    void oneTimeIsEveryQuantileToOnePercent(double seconds) {
        histogram.record(seconds);

        assertThat(histogram.quantile(0)).isCloseTo(seconds, within(.008 * seconds));
        assertThat(histogram.quantile(1)).isCloseTo(seconds, within(.008 * seconds));
        assertThat(histogram.sum()).isEqualTo(seconds);
    }

    @Test
    void quantilesOfExponentialTimesAreRight() {
        RandomGenerator random = new RandomStreams(1).stream(0);
        for (int i = 0; i < 200_000; i++) {
            histogram.record(random.nextExponential());
        }

        assertThat(histogram.quantile(.5)).isCloseTo(Math.log(2), within(.015));
        assertThat(histogram.quantile(.99)).isCloseTo(Math.log(100), within(.1));
        assertThat(histogram.above(1) / 200_000.0).isCloseTo(Math.exp(-1), within(.008));
        assertThat(histogram.count()).isEqualTo(200_000);
    }

    @Test
    void withoutATimeThereIsNoQuantile() {
        assertThat(histogram.quantile(.5)).isNaN();
        assertThat(histogram.above(0)).isZero();
    }

    @Test
    void whatTakesNoTimeIsCounted() {
        histogram.record(0);
        histogram.record(5);

        assertThat(histogram.quantile(.5)).isZero();
        assertThat(histogram.above(0)).isEqualTo(1);
    }

    @Test
    void whatIsLongerThanAllBucketsStaysInTheLast() {
        histogram.record(1e9);

        assertThat(histogram.quantile(.5)).isGreaterThan(3600);
        assertThat(histogram.sum()).isEqualTo(1e9);
    }

    @Test
    void addsAndCopiesAndForgets() {
        histogram.record(1);
        LogHistogram copy = histogram.copy();
        histogram.record(4);
        copy.add(histogram);
        histogram.clear();

        assertThat(copy.count()).isEqualTo(3);
        assertThat(copy.sum()).isEqualTo(6);
        assertThat(copy.above(2)).isEqualTo(1);
        assertThat(histogram.count()).isZero();
        assertThat(histogram.quantile(.5)).isNaN();
    }
}
