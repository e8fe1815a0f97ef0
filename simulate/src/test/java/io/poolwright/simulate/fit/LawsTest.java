package io.poolwright.simulate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.queueing.law.Mixture;
import io.poolwright.queueing.law.Uniform;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LawsTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void meanAndPercentileMakeALognormalLaw() {
        Lognormal law = Holding.lognormal(0.04, 0.3);

        assertThat(law.mean()).isCloseTo(0.04, within(1e-9));
        assertThat(law.quantile(0.99)).isCloseTo(0.3, within(1e-5));
    }

    @Property(tries = 200)
    void everyPercentileInReachIsMet(
            @ForAll @DoubleRange(min = 0.01, max = 10) double mean,
            @ForAll @DoubleRange(min = 1.05, max = 14.9) double times) {
        Lognormal law = Holding.lognormal(mean, mean * times);

        assertThat(law.mean()).isCloseTo(mean, Percentage.withPercentage(0.01));
        assertThat(law.beyond(mean * times)).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void aPercentileOutOfReachIsRefused() {
        assertThatThrownBy(() -> Holding.lognormal(0.04, 0.04))
                .isInstanceOf(FitException.class)
                .hasMessage("found a mean of 0.04 s and a 99th percentile of 0.04 s; "
                        + "accepted: a percentile above the mean and below 14.97 times it, here up to 0.598 s");
        assertThatThrownBy(() -> Holding.lognormal(0.04, 0.6)).isInstanceOf(FitException.class);
        assertThat(Holding.lognormal(0.04, 0.59).sigma()).isLessThan(2.33);
    }

    @Test
    void oneLognormalLawIsRecognised() {
        Law truth = new Lognormal(Math.log(0.015), 1.2);
        Intervals data = Intervals.of(counted(truth, 12_000, 1), NEVER, 3);

        Shape shape = Shape.of(data, 3);

        assertThat(shape).isEqualTo(Shape.LOGNORMAL);
        assertThat(((Lognormal) shape.fit(data, 3)).sigma()).isCloseTo(1.2, within(0.03));
    }

    @Test
    void twoLawsAreNotTakenForOne() {
        Law truth = new Mixture(Lognormal.of(0.01, 0.5), Lognormal.of(1, 0.5), 0.1);
        Intervals data = Intervals.of(counted(truth, 12_000, 2), NEVER, 8);

        Shape shape = Shape.of(data, 8);

        assertThat(shape).isEqualTo(Shape.MIXTURE);
        assertThat(((Mixture) shape.fit(data, 8)).share()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void whatIsNeitherIsTakenAsMeasured() {
        Law truth = new Mixture(new Uniform(0.01, 0.02), new Uniform(0.5, 0.6), 0.5);
        Intervals data = Intervals.of(counted(truth, 12_000, 3), NEVER, 0.6);

        Shape shape = Shape.of(data, 0.6);

        assertThat(shape).isEqualTo(Shape.MEASURED);
        Law law = shape.fit(data, 0.6);
        assertThat(law.beyond(0.3)).isCloseTo(0.5, within(0.02));
        assertThat(law.beyond(0.61)).isLessThan(1e-6);
    }

    @Property(tries = 60)
    void aCutHidesNothingBelowIt(
            @ForAll @DoubleRange(min = 0.3, max = 1.5) double sigma,
            @ForAll @DoubleRange(min = 0.05, max = 1) double cut) {
        Law truth = new Lognormal(Math.log(0.03), sigma);
        Histogram all = counted(truth, 20_000, 7);
        Histogram cutOff = counted(truth, 20_000, 7, cut);

        Law law = Shape.MEASURED.fit(Intervals.of(cutOff, cut, cut), cut);

        for (double t : new double[] {0.01, 0.03, 0.04}) {
            assertThat(law.beyond(t))
                    .isCloseTo(
                            Shape.MEASURED
                                    .fit(Intervals.of(all, NEVER, 100), 100)
                                    .beyond(t),
                            within(0.002));
        }
        assertThat(law.beyond(cut * 0.7)).isCloseTo(truth.beyond(cut * 0.7), within(0.03));
    }

    @Test
    void agesOfRunningStatementsTellTheSpread() {
        Lognormal truth = Lognormal.of(0.03, 1.6);
        SplittableRandom random = new SplittableRandom(5);
        List<Double> ages = new ArrayList<>();
        double time = 0;
        List<double[]> running = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            time += 0.005;
            double now = time;
            running.removeIf(one -> one[1] < now);
            if (i % 200 == 0) {
                running.forEach(one -> ages.add(now - one[0]));
            }
            running.add(new double[] {now, now + truth.draw(random)});
        }

        Lognormal found = Ages.fromAges(0.03, ages);

        assertThat(ages.size()).isBetween(1_000, 3_000);
        assertThat(found.sigma()).isCloseTo(truth.sigma(), within(0.12));
    }

    @Test
    void theLongestOfManyTellsTheSpread() {
        Lognormal truth = Lognormal.of(0.03, 1.6);
        double longest = truth.quantile(1 - Math.log(2) / 10_000);

        assertThat(Ages.fromLongest(0.03, longest, 10_000).sigma()).isCloseTo(truth.sigma(), within(0.02));
    }

    @Property(tries = 100)
    void theTwoPartsAddUpToTheWhole(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.2, max = 1.4) double sigma) {
        Lognormal hold = new Lognormal(Math.log(0.02), sigma);

        Split split = Split.of(hold, share * hold.mean());

        assertThat(split.cpu().mean()).isCloseTo(share * hold.mean(), within(1e-6 + 0.001 * hold.mean()));
        assertThat(split.cpu().mean() + split.rest().mean()).isCloseTo(hold.mean(), within(0.001 * hold.mean()));
    }

    @Test
    void aHistogramWithoutAnythingBelowTheCutTellsNothing() {
        Histogram histogram = new Histogram(List.of(1.0, 2.0), List.of(10.0, 5.0), 0);

        assertThat(Intervals.of(histogram, 0.5, 0.5).cutShare()).isEqualTo(1);
        assertThat(Intervals.of(histogram, 1.5, 1.5).cutShare()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(Intervals.of(histogram, 2.5, 1.9).cutShare()).isEqualTo(0);
    }

    @Test
    void truncatedMomentsAreThoseOfTheNormalLaw() {
        assertThat(Truncated.moments(1, 2, Double.NEGATIVE_INFINITY, NEVER)).containsExactly(1, 1, 5);
        double[] half = Truncated.moments(0, 1, 0, NEVER);
        assertThat(half[0]).isCloseTo(0.5, within(1e-9));
        assertThat(half[1]).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-9));
        assertThat(half[2]).isCloseTo(1, within(1e-9));
        assertThat(Truncated.moments(0, 1, 8, 9)[0]).isPositive().isLessThan(1e-14);
        assertThat(new Exponential(1).beyond(0)).isEqualTo(1);
    }

    private static Histogram counted(Law law, int size, long seed) {
        return counted(law, size, seed, NEVER);
    }

    private static Histogram counted(Law law, int size, long seed, double cut) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> bounds = new ArrayList<>();
        for (double bound = 0.001; bound < 30; bound *= 1.25) {
            bounds.add(bound);
        }
        double[] counts = new double[bounds.size()];
        double beyond = 0;
        for (int i = 0; i < size; i++) {
            double time = Math.min(cut, law.draw(random));
            int at = 0;
            while (at < counts.length && bounds.get(at) < time) {
                at++;
            }
            if (at < counts.length) {
                counts[at]++;
            } else {
                beyond++;
            }
        }
        List<Double> list = new ArrayList<>();
        for (double count : counts) {
            list.add(count);
        }
        return new Histogram(bounds, list, beyond);
    }
}
