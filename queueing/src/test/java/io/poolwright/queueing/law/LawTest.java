package io.poolwright.queueing.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.engine.RandomStreams;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One contract for all laws: what is said without drawing is what drawing shows. */
class LawTest {
    private static final int DRAWS = 400_000;

    static Stream<Law> laws() {
        return Stream.of(
                new Constant(.03),
                new Exponential(.02),
                Lognormal.of(.015, 1),
                Lognormal.of(1, 2),
                new Uniform(1.5, 5),
                new Mixture(new Exponential(.02), new Uniform(1.5, 5), .02),
                new Capped(Lognormal.of(.03, 1.5), .2),
                Empirical.of(new double[] {0, .5, .9, 1}, new double[] {.001, .01, .05, .4}));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void drawsHaveTheMomentsThatAreSaid(Law law) {
        RandomGenerator random = new RandomStreams(1).stream(0);
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = law.draw(random);
            sum += x;
            squares += x * x;
            fourth += x * x * x * x;
        }

        double deviation = Math.sqrt(law.secondMoment() - law.mean() * law.mean());
        double spread = Math.sqrt(Math.max(0, fourth / DRAWS - squares / DRAWS * squares / DRAWS));
        assertThat(sum / DRAWS).isCloseTo(law.mean(), within(4 * deviation / Math.sqrt(DRAWS) + 1e-9));
        assertThat(squares / DRAWS).isCloseTo(law.secondMoment(), within(5 * spread / Math.sqrt(DRAWS) + 1e-9));
        assertThat(law.coefficientOfVariation()).isCloseTo(deviation / law.mean(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void drawsHaveTheTailsThatAreSaid(Law law) {
        double[] limits = {law.mean() / 2, law.mean(), 3 * law.mean()};
        int[] beyond = new int[limits.length];
        double[] excess = new double[limits.length];
        RandomGenerator random = new RandomStreams(2).stream(0);
        for (int i = 0; i < DRAWS; i++) {
            double x = law.draw(random);
            for (int j = 0; j < limits.length; j++) {
                beyond[j] += x > limits[j] ? 1 : 0;
                excess[j] += Math.max(0, x - limits[j]);
            }
        }

        for (int j = 0; j < limits.length; j++) {
            double share = law.beyond(limits[j]);
            assertThat(beyond[j] / (double) DRAWS)
                    .isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / DRAWS) + 1e-9));
            assertThat(excess[j] / DRAWS)
                    .isCloseTo(
                            law.excess(limits[j]), within(4 * Math.sqrt(law.secondMoment()) / Math.sqrt(DRAWS) + 1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aQuantileIsWhereTheTailIsThatLong(Law law) {
        for (double p : new double[] {.1, .5, .9, .99}) {
            double t = law.quantile(p);

            assertThat(law.beyond(t)).isLessThanOrEqualTo(1 - p + 1e-9);
            assertThat(law.beyond(t * (1 - 1e-5))).isGreaterThanOrEqualTo(1 - p - 1e-4);
        }
        assertThatThrownBy(() -> law.quantile(1)).hasMessage("p must be between 0 and 1, was 1.0");
    }

    @ParameterizedTest
    @MethodSource("laws")
    void scalingScalesEverything(Law law) {
        Law triple = law.scaled(3);

        assertThat(triple.mean()).isCloseTo(3 * law.mean(), within(1e-9));
        assertThat(triple.secondMoment()).isCloseTo(9 * law.secondMoment(), within(1e-6 * law.secondMoment()));
        assertThat(triple.beyond(3 * law.mean())).isCloseTo(law.beyond(law.mean()), within(1e-9));
        assertThat(triple.draw(new RandomStreams(9).stream(0)))
                .isCloseTo(3 * law.draw(new RandomStreams(9).stream(0)), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void atZeroTheExcessIsTheMean(Law law) {
        assertThat(law.excess(0)).isCloseTo(law.mean(), within(1e-9));
    }

    @Test
    void refusesWhatIsNoLaw() {
        assertThatThrownBy(() -> new Exponential(0)).hasMessage("mean must be a finite number above 0, was 0.0");
        assertThatThrownBy(() -> new Constant(-1)).hasMessage("value must be a finite number, 0 or more, was -1.0");
        assertThatThrownBy(() -> new Uniform(2, 1)).hasMessage("low must be less than high, was 2.0 and 1.0");
        assertThatThrownBy(() -> new Mixture(Constant.ZERO, Constant.ZERO, 1.5))
                .hasMessage("share must be between 0 and 1, was 1.5");
        assertThatThrownBy(() -> Lognormal.of(1, 0)).hasMessage("cv must be a finite number above 0, was 0.0");
        assertThatThrownBy(() -> Empirical.of(new double[] {0, 1}, new double[] {2, 1}))
                .hasMessageStartingWith("probabilities must rise and values must not fall");
        assertThatThrownBy(() -> Empirical.of(new double[] {0, .9}, new double[] {1, 2}))
                .hasMessageStartingWith("an empirical law needs");
    }
}
