package io.poolwright.simulate.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparingTest {
    @Test
    void sameStackTwiceIsNoDifference() {
        Comparison comparison = Comparing.USUAL.of(test(1, 600, 1, 0), test(2, 600, 1, 0));

        assertThat(comparison.difference()).isEqualTo(Difference.NO_DIFFERENCE);
        assertThat(comparison.figures()).extracting(Compared::figure).containsExactly("good", "p50", "p95", "p99");
        assertThat(comparison.notes()).isEmpty();
    }

    @Test
    void slowerStackIsARegression() {
        Comparison comparison = Comparing.USUAL.of(test(1, 600, 1, 0), test(2, 600, 1.3, 0));

        assertThat(comparison.difference()).isEqualTo(Difference.REGRESSION);
        Compared median = figure(comparison, "p50");
        assertThat(median.change()).isCloseTo(0.3, within(0.04));
        assertThat(median.low()).isGreaterThan(0.2);
        assertThat(median.said()).startsWith("p50: ").contains("; the difference is between ");
    }

    @Test
    void fasterStackIsAnImprovement() {
        assertThat(Comparing.USUAL.of(test(1, 600, 1.4, 0), test(2, 600, 1, 0)).difference())
                .isEqualTo(Difference.IMPROVEMENT);
    }

    @Test
    void differenceTooSmallToMatterIsNone() {
        Comparison comparison = Comparing.USUAL.of(test(1, 1200, 1, 0), test(2, 1200, 1.05, 0));

        assertThat(figure(comparison, "p50").low()).isPositive();
        assertThat(figure(comparison, "p50").difference()).isEqualTo(Difference.NO_DIFFERENCE);
    }

    @Test
    void lostRequestsAreARegressionThoughTheOthersAreFaster() {
        Comparison comparison = Comparing.USUAL.of(test(1, 600, 1, 0), test(2, 600, 0.8, 0.02));

        assertThat(comparison.difference()).isEqualTo(Difference.REGRESSION);
        assertThat(figure(comparison, "good").change()).isCloseTo(-0.02, within(0.004));
        assertThat(figure(comparison, "good").difference()).isEqualTo(Difference.REGRESSION);
        assertThat(figure(comparison, "p50").difference()).isEqualTo(Difference.IMPROVEMENT);
    }

    @Test
    void shortMeasurementsAreTooLittle() {
        Comparison comparison = Comparing.USUAL.of(test(1, 49, 1, 0), test(2, 49, 2, 0));

        assertThat(comparison.difference()).isEqualTo(Difference.TOO_LITTLE_DATA);
        assertThat(comparison.figures()).isEmpty();
        assertThat(comparison.notes()).singleElement().asString().contains("at least 50 s of each are needed");
        assertThat(Comparing.USUAL.of(test(1, 60, 1, 0), test(2, 60, 2, 0)).difference())
                .isEqualTo(Difference.REGRESSION);
    }

    @Test
    void tooLittleDataSaysHowMuchWouldDo() {
        Comparison comparison = Comparing.USUAL.of(test(1, 60, 1, 0), test(2, 60, 1.06, 0));

        Compared tail = figure(comparison, "p99");
        assertThat(tail.difference()).isEqualTo(Difference.TOO_LITTLE_DATA);
        assertThat(tail.secondsNeeded().orElseThrow()).isBetween(70, 6000);
        assertThat(tail.said()).endsWith(" s of each would tell");
    }

    @Test
    void otherLoadIsSaid() {
        Series half = Series.ofLooks(looks(300, 50));
        Series full = Series.ofLooks(looks(300, 100));

        assertThat(Comparing.USUAL.of(half, full).notes())
                .containsExactly("not the same load: 50/s before, 100/s after");
    }

    @Test
    void looksWithoutAHistogramAreComparedByWhatTheyHave() {
        Comparison comparison = Comparing.USUAL.of(
                Series.ofLooks(List.copyOf(new ArrayList<>(looks(300, 100)))),
                Series.ofLooks(looks(300, 100).stream()
                        .map(look -> new Series.Look(100, 90, java.util.Map.of()))
                        .toList()));

        assertThat(comparison.figures()).extracting(Compared::figure).containsExactly("good");
        assertThat(comparison.difference()).isEqualTo(Difference.REGRESSION);
    }

    @Test
    void slowMinuteMakesTheBlocksLonger() {
        List<Series.Answer> waves = new ArrayList<>();
        Random random = new Random(1);
        for (int second = 0; second < 600; second++) {
            double slow = 1 + 0.8 * Math.sin(second / 30.0);
            for (int i = 0; i < 50; i++) {
                waves.add(new Series.Answer(second + random.nextDouble(), 0.02 * slow, true));
            }
        }

        Comparison comparison = Comparing.USUAL.of(Series.ofAnswers(waves, 1), Series.ofAnswers(waves, 1));

        assertThat(comparison.blockSeconds()).isGreaterThan(40);
    }

    @Test
    void falseAlarmsAreRare() {
        int alarms = 0;
        for (int i = 0; i < 20; i++) {
            Comparison comparison = Comparing.USUAL.of(test(100 + i, 120, 1, 0), test(200 + i, 120, 1, 0));
            alarms += comparison.difference() == Difference.REGRESSION ? 1 : 0;
        }

        assertThat(alarms).isLessThanOrEqualTo(1);
    }

    @Test
    void memoryOfNoiseIsOneSecond() {
        Random random = new Random(3);
        double[] noise = random.doubles(2000).toArray();
        double[] walk = new double[2000];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = 0.9 * walk[i - 1] + noise[i] - 0.5;
        }

        assertThat(Autocorrelation.time(noise)).isLessThan(1.5);
        // (1 + 0.9) / (1 − 0.9) = 19.
        assertThat(Autocorrelation.time(walk)).isBetween(12.0, 28.0);
        assertThat(Autocorrelation.time(new double[] {1, 1, 1})).isEqualTo(1);
    }

    @Test
    void impossibleAnswersAreRefused() {
        assertThatThrownBy(() -> new Series.Answer(-1, 0, true))
                .hasMessage("an answer has a start and a length of 0 s or more; had -1.0 and 0.0");
    }

    private static Compared figure(Comparison comparison, String name) {
        return comparison.figures().stream()
                .filter(one -> one.figure().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Series.Look> looks(int seconds, long offered) {
        List<Series.Look> looks = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            looks.add(new Series.Look(offered, offered, java.util.Map.of(0.02, offered)));
        }
        return looks;
    }

    /** A load test of 100 requests/s whose answers are lognormal, so many times slower, and so many of them lost. */
    private static Series test(long seed, int seconds, double slower, double lost) {
        Random random = new Random(seed);
        List<Series.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 100 * seconds; i++) {
            double time = slower * 0.02 * Math.exp(0.7 * random.nextGaussian());
            answers.add(new Series.Answer(i / 100.0, time, random.nextDouble() >= lost));
        }
        return Series.ofAnswers(answers, 2);
    }
}
