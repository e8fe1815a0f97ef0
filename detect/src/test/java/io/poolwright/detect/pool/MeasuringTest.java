package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MeasuringTest {
    private static final PoolId POOL = new PoolId("shop", "", Tier.POOL, "orders");

    private static Reading.Builder reading() {
        return Reading.of(POOL);
    }

    private static Measures after(Reading.Builder before, Reading.Builder after, long millis) {
        return Measuring.between(before.build(), 1_000, after.build(), 1_000 + millis);
    }

    @Test
    void countersBecomeRatesAndTotalsBecomeMeans() {
        Reading.Builder before = reading()
                .set(Signal.WAIT_SECONDS, 10)
                .set(Signal.WAITS, 1000)
                .set(Signal.USE_SECONDS, 50)
                .set(Signal.USES, 990)
                .set(Signal.CREATED, 10)
                .set(Signal.TIMEOUTS, 3);
        Reading.Builder after = reading()
                .set(Signal.WAIT_SECONDS, 16)
                .set(Signal.WAITS, 1300)
                .set(Signal.USE_SECONDS, 62)
                .set(Signal.USES, 1290)
                .set(Signal.CREATED, 13)
                .set(Signal.TIMEOUTS, 6);

        Measures it = after(before, after, 15_000);

        assertThat(it.raw(Measure.WAIT_MEAN)).isEqualTo(0.02);
        assertThat(it.raw(Measure.USE_MEAN)).isEqualTo(0.04);
        assertThat(it.raw(Measure.THROUGHPUT)).isEqualTo(20);
        assertThat(it.raw(Measure.CREATED)).isEqualTo(0.2);
        assertThat(it.raw(Measure.TIMEOUTS)).isEqualTo(0.2);
    }

    @Test
    void oneCounterThatWentBackwardsMakesEveryRateUnknown() {
        Reading.Builder before = reading().set(Signal.BORROWS, 100).set(Signal.TIMEOUTS, 7);
        Reading.Builder after =
                reading().set(Signal.BORROWS, 5000).set(Signal.TIMEOUTS, 1).set(Signal.USED, 3);

        Measures it = after(before, after, 1_000);

        assertThat(it.knows(Measure.THROUGHPUT)).isFalse();
        assertThat(it.knows(Measure.TIMEOUTS)).isFalse();
        assertThat(it.raw(Measure.USED)).isEqualTo(3);
    }

    @Test
    void aSumThatLosesItsLastDigitsWasNotReset() {
        Reading.Builder before = reading().set(Signal.WAIT_SECONDS, 1e6).set(Signal.WAITS, 100);
        Reading.Builder after = reading().set(Signal.WAIT_SECONDS, 1e6 - 1e-6).set(Signal.WAITS, 110);

        Measures it = after(before, after, 1_000);

        assertThat(it.raw(Measure.WAIT_MEAN)).isZero();
    }

    @Test
    void withoutTrafficThereIsNoMeanAndTheRateIsZero() {
        Reading.Builder still = reading()
                .set(Signal.WAIT_SECONDS, 10)
                .set(Signal.WAITS, 1000)
                .set(Signal.WAIT_MEAN, 0.3)
                .set(Signal.BORROWS, 1000);

        Measures it = after(still, still, 1_000);

        assertThat(it.knows(Measure.WAIT_MEAN)).isFalse();
        assertThat(it.raw(Measure.THROUGHPUT)).isZero();
    }

    @Test
    void aSourceWithoutTotalsIsBelievedInItsMean() {
        Reading.Builder gauge = reading().set(Signal.WAIT_MEAN, 0.3);

        assertThat(after(gauge, gauge, 1_000).raw(Measure.WAIT_MEAN)).isEqualTo(0.3);
    }

    @Test
    void aSignalThatIsNewHasNoRateYet() {
        Measures it = after(reading(), reading().set(Signal.TIMEOUTS, 900), 1_000);

        assertThat(it.knows(Measure.TIMEOUTS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 6", "10, 10, 0", "3, 4, NaN"})
    void whatIsNotIdleIsUsed(double total, double idle, Double used) {
        Measures it = Measuring.first(
                reading().set(Signal.TOTAL, total).set(Signal.IDLE, idle).build());

        assertThat(it.raw(Measure.USED)).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Integer.MAX_VALUE, 4294967295.0, 1e18})
    void noLimitIsUnknown(double max) {
        assertThat(Measuring.first(reading().set(Signal.MAX, max).build()).knows(Measure.MAX))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"49, false", "50, true", "0, false", "-1000, false"})
    void readingsMustFollowEachOther(long millis, boolean accepted) {
        assertThat(Measuring.follows(1_000, 1_000 + millis)).isEqualTo(accepted);
        if (!accepted) {
            assertThatThrownBy(() -> after(reading(), reading(), millis))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("readings must follow each other by at least 50 ms: 1000, then " + (1_000 + millis));
        }
    }

    @Provide
    Arbitrary<Reading> anything() {
        Arbitrary<Double> numbers = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, -1.0, -0.0, 0.0, 1.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e300),
                Arbitraries.doubles().between(0, 100));
        return numbers.list().ofSize(Signal.values().length).map(MeasuringTest::of);
    }

    private static Reading of(List<Double> values) {
        Reading.Builder it = reading();
        for (Signal signal : Signal.values()) {
            it.set(signal, values.get(signal.ordinal()));
        }
        return it.build();
    }

    @Property(tries = 2000)
    void neverNegativeAndNeverInfinite(
            @ForAll("anything") Reading a,
            @ForAll("anything") Reading b,
            @ForAll @LongRange(min = 50, max = 1L << 40) long millis) {
        Measures it = Measuring.between(a, 0, b, millis);

        for (Measure measure : Measure.values()) {
            double value = it.raw(measure);
            assertThat(Double.isNaN(value) || (value >= 0 && value < Double.POSITIVE_INFINITY))
                    .as("%s of %s, then %s", measure, a, b)
                    .isTrue();
        }
    }
}
