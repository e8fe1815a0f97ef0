package io.poolwright.drill.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

final class ArrivalClockTest {
    private static final long SECOND = 1_000_000_000L;

    @Property(tries = 100)
    void sameSeedGivesTheSameStarts(
            @ForAll Arrivals arrivals, @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 50_000) double rate) {
        assertThat(starts(new ArrivalClock(arrivals, seed, rate), 200))
                .containsExactly(starts(new ArrivalClock(arrivals, seed, rate), 200));
    }

    @Property(tries = 100)
    void startsNeverGoBackInTime(
            @ForAll Arrivals arrivals,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.1, max = 50_000) double before,
            @ForAll @DoubleRange(min = 0.1, max = 50_000) double after,
            @ForAll @LongRange(min = 0, max = 10 * SECOND) long changedAt) {
        ArrivalClock clock = new ArrivalClock(arrivals, seed, before);
        LongStream.Builder all = LongStream.builder();
        for (int i = 0; i < 100 && clock.next() <= changedAt; i++) {
            all.add(clock.next());
            clock.advance();
        }
        clock.rate(after, changedAt);

        for (long start : starts(clock, 100)) {
            all.add(start);
        }

        assertThat(all.build().toArray()).isSorted();
    }

    @Property(tries = 30)
    void poissonKeepsTheMeanRateAndItsSpread(@ForAll long seed) {
        long[] starts = starts(new ArrivalClock(Arrivals.POISSON, seed, 1_000), 20_000);

        double[] gaps = new double[starts.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (starts[i + 1] - starts[i]) / 1e6; // mean 1 ms
        }
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double variance = Arrays.stream(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1, within(0.05)); // 7 standard errors
        assertThat(variance).isCloseTo(1, within(0.2)); // exponential: variance = mean²
    }

    @Example
    void constantArrivesEveryGap() {
        assertThat(starts(new ArrivalClock(Arrivals.CONSTANT, 7, 4), 3))
                .containsExactly(SECOND / 4, SECOND / 2, 3 * SECOND / 4);
    }

    @Example
    void newRateStretchesTheGapThatIsRunning() {
        ArrivalClock clock = new ArrivalClock(Arrivals.CONSTANT, 7, 1);

        clock.rate(10, SECOND / 2); // half a gap is left; at 10/s it takes 50 ms

        assertThat(starts(clock, 2)).containsExactly(550_000_000L, 650_000_000L);
    }

    @Example
    void pausedClockHasNoNextArrivalAndResumesWhereItStopped() {
        ArrivalClock clock = new ArrivalClock(Arrivals.CONSTANT, 7, 1);

        clock.rate(0, SECOND / 4);

        assertThat(clock.next()).isEqualTo(Long.MAX_VALUE);
        clock.rate(1, 10 * SECOND);
        assertThat(clock.next()).isEqualTo(10 * SECOND + 3 * SECOND / 4);
    }

    @Example
    void arrivalAlreadyDueSurvivesAPause() {
        ArrivalClock clock = new ArrivalClock(Arrivals.CONSTANT, 7, 1);

        clock.rate(0, 2 * SECOND);

        assertThat(clock.next()).isEqualTo(SECOND);
    }

    @Example
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new ArrivalClock(Arrivals.CONSTANT, 7, -1))
                .hasMessage("rate must be 0 to 1000000 per second, was -1.0");
        assertThatThrownBy(() -> new ArrivalClock(Arrivals.CONSTANT, 7, Double.NaN))
                .hasMessage("rate must be 0 to 1000000 per second, was NaN");
    }

    private static long[] starts(ArrivalClock clock, int count) {
        long[] starts = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = clock.next();
            clock.advance();
        }
        return starts;
    }
}
