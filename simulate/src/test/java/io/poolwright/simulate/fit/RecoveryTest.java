package io.poolwright.simulate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.Tick;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.queueing.law.Mixture;
import io.poolwright.queueing.law.Uniform;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.run.StackRun;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack in the machine would show must lead back to that stack. */
class RecoveryTest {
    private static final Law TAILED = Lognormal.of(0.038, 1.6);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCalmStackComesBack(long seed) {
        StackModel model = stack(TAILED, 150).with(Parameter.APP_BEFORE, 0.004);

        FittedModel fitted = fit(model, 120, seed);

        assertThat(fitted.quality().abstains()).isFalse();
        assertThat(fitted.quality().calm()).isTrue();
        assertThat(fitted.missing()).isEmpty();
        assertThat(fitted.model().get(Parameter.CLIENT_RATE)).isCloseTo(150, Percentage.withPercentage(3));
        assertThat(fitted.model().get(Parameter.POOL_MAX)).isEqualTo(30);
        assertThat(fitted.model().get(Parameter.POOL_ACQUIRE_TIMEOUT)).isEqualTo(3);
        assertThat(fitted.model().get(Parameter.APP_BEFORE)).isCloseTo(0.004, within(0.0005));
        assertThat(fitted.model().databaseWait().mean()).isCloseTo(0.038, Percentage.withPercentage(5));
        assertThat(fitted.model().databaseWait().quantile(0.5))
                .isCloseTo(TAILED.quantile(0.5), Percentage.withPercentage(6));
        assertThat(fitted.model().databaseWait().quantile(0.99))
                .isCloseTo(TAILED.quantile(0.99), Percentage.withPercentage(12));
    }

    @Test
    void theIntervalsHoldTheTruth() {
        int held = 0;
        int runs = 6;
        for (long seed = 0; seed < runs; seed++) {
            FittedModel fitted = fit(stack(TAILED, 150), 60, 100 + seed);
            Known.Measured mean = (Known.Measured) fitted.hold();
            held += mean.low() <= 0.038 && 0.038 <= mean.high() ? 1 : 0;
            assertThat(fitted.cloud()).hasSize(200);
        }

        assertThat(held).isGreaterThanOrEqualTo(4);
    }

    @Test
    void slowQueriesThatAreRareComeBack() {
        Law bimodal = new Mixture(Lognormal.of(0.02, 0.8), new Uniform(1.5, 5), 0.02);

        FittedModel fitted = fit(stack(bimodal, 100), 180, 4);

        Law law = fitted.model().databaseWait();
        assertThat(law.beyond(1)).isCloseTo(0.02, Percentage.withPercentage(15));
        assertThat(law.beyond(0.3)).isCloseTo(bimodal.beyond(0.3), Percentage.withPercentage(20));
        assertThat(law.quantile(0.5)).isCloseTo(bimodal.quantile(0.5), Percentage.withPercentage(5));
        assertThat(law.beyond(6)).isLessThan(0.001);
    }

    @Test
    void whatASocketTimeoutCutsIsNotTakenForTheTruth() {
        Law slow = new Mixture(Lognormal.of(0.02, 0.8), new Exponential(2), 0.03);

        FittedModel fitted = fit(stack(slow, 60).with(Parameter.POOL_SOCKET_TIMEOUT, 1), 180, 5);

        // 3 % · e^(−1/2) last longer than the limit; a mean over what was seen would end there
        assertThat(fitted.model().databaseWait().beyond(0.99)).isCloseTo(0.018, Percentage.withPercentage(20));
        assertThat(fitted.model().databaseWait().quantile(0.999)).isGreaterThan(1.2);
        assertThat(fitted.unidentified()).anySatisfy(open -> assertThat(open.sentence())
                .startsWith("the time a connection is held beyond 0.")
                .contains("record a while with a longer socket timeout"));
    }

    @Test
    void waitsForAConnectionAreNoUse() {
        StackModel model = stack(TAILED, 150).with(Parameter.POOL_MAX, 8);

        FittedModel fitted = fit(model, 120, 6);

        assertThat(fitted.model().databaseWait().mean()).isCloseTo(0.038, Percentage.withPercentage(8));
    }

    @Test
    void theHotRowComesBack() {
        StackModel model = stack(Lognormal.of(0.004, 0.5), 150).with(Parameter.DB_LOCK, 1);

        FittedModel fitted = fit(model, 120, 7);

        assertThat(fitted.model().get(Parameter.DB_LOCK)).isBetween(0.8, 1.0);
        assertThat(fitted.model().databaseWait().mean()).isCloseTo(0.004, Percentage.withPercentage(15));
    }

    @Test
    void withoutAHistogramTheLongestUseTellsOfTheTail() {
        StackModel model = stack(TAILED, 150);

        FittedModel fitted =
                Fit.fromRecording(Shown.of(StackRun.withSeconds(model, new Setup(5, 120, 8, 2)), model, false), false);

        assertThat(fitted.hold().origin()).startsWith("mean and longest use time of ");
        assertThat(fitted.model().databaseWait().coefficientOfVariation()).isBetween(0.8, 2.6);
        assertThat(fitted.unidentified()).anySatisfy(open -> assertThat(open.sentence())
                .isEqualTo("the tail of the time a connection is held is not known: "
                        + "the pool keeps no histogram; only its longest use tells of it; to know it: "
                        + "management.metrics.distribution.percentiles-histogram.hikaricp=true and a recording"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 29})
    void tooFewLooksSayNothing(int seconds) {
        StackModel model = stack(TAILED, 150);
        List<Tick> ticks = Shown.of(StackRun.withSeconds(model, new Setup(0, 30, 9, 2)), model)
                .subList(0, seconds);

        FittedModel fitted = Fit.fromRecording(ticks, false);

        assertThat(fitted.quality().abstains()).isTrue();
        assertThat(fitted.quality().refusals().get(0)).contains("it takes 30 s to say anything");
        assertThat(fitted.cloud()).isEmpty();
        assertThat(fitted.hold().isAssumed()).isTrue();
    }

    @Test
    void thirtySecondsAreEnough() {
        StackModel model = stack(TAILED, 150);
        List<Tick> ticks = Shown.of(StackRun.withSeconds(model, new Setup(0, 31, 9, 2)), model);

        assertThat(Fit.fromRecording(ticks, false).quality().abstains()).isFalse();
    }

    private static StackModel stack(Law wait, double rate) {
        return StackModel.empty()
                .with(Parameter.CLIENT_RATE, rate)
                .with(Parameter.POOL_MAX, 30)
                .with(Parameter.POOL_ACQUIRE_TIMEOUT, 3)
                .with(Parameter.DB_CONNECTIONS, 57)
                .withDatabase(Constant.ZERO, wait);
    }

    private static FittedModel fit(StackModel model, int seconds, long seed) {
        return Fit.fromRecording(Shown.of(StackRun.withSeconds(model, new Setup(5, seconds, seed, 2)), model), false);
    }
}
