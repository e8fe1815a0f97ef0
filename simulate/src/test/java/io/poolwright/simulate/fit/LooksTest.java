package io.poolwright.simulate.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.Tick;
import io.poolwright.simulate.Parameter;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Signal;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static final Second HEALTHY = Second.healthy().with(Signal.USED, 4).with(Signal.USE_TIME, 0.04);

    @Test
    void aHealthyStackIsCalmThroughout() {
        FittedModel fitted = Fit.fromRecording(StackSeries.of(61, HEALTHY).ticks(), false);

        assertThat(fitted.quality().seconds()).isEqualTo(60);
        assertThat(fitted.quality().excluded()).isEmpty();
        assertThat(fitted.quality().calm()).isTrue();
        assertThat(fitted.model().get(Parameter.CLIENT_RATE)).isCloseTo(200, within(0.01));
        assertThat(fitted.model().get(Parameter.POOL_SOCKET_TIMEOUT)).isEqualTo(30);
        assertThat(fitted.model().get(Parameter.LB_MAXCONN)).isEqualTo(50);
        assertThat(fitted.model().get(Parameter.APP_INSTANCES)).isEqualTo(2);
        assertThat(fitted.model().get(Parameter.DB_CONNECTIONS)).isEqualTo(57);
        assertThat(fitted.model().databaseWait().mean()).isCloseTo(0.04, within(0.0005));
        assertThat(fitted.load()).hasValueSatisfying(load -> {
            assertThat(load.low()).isLessThanOrEqualTo(load.mean());
            assertThat(load.dispersion()).isLessThan(0.01);
        });
    }

    @Test
    void silencePausesAndRestartsAreLeftOutAndCounted() {
        StackSeries series = StackSeries.of(40, HEALTHY)
                .then(3, HEALTHY.without(Source.SHOP_1))
                .then(20, HEALTHY.running(Second.SHOP_2, "2"));
        List<Tick> ticks = new ArrayList<>(series.ticks());
        ticks.subList(10, 15).clear();

        FittedModel fitted = Fit.fromRecording(ticks, false);

        assertThat(fitted.quality().excluded())
                .containsEntry("nothing was recorded for a while", 1)
                .containsEntry("an instance or its pool was silent", 4)
                .hasSize(2);
        assertThat(fitted.quality().seconds()).isEqualTo(52);
        assertThat(fitted.quality().warnings())
                .contains(
                        "stretches left out: 4 because an instance or its pool was silent, 1 because nothing was recorded for a while");
        assertThat(fitted.model().get(Parameter.CLIENT_RATE)).isCloseTo(200, within(0.01));
    }

    @Test
    void aRestartAloneIsACounterThatBeganAnew() {
        StackSeries series = StackSeries.of(40, HEALTHY).then(20, HEALTHY.running(Second.SHOP_2, "2"));

        assertThat(Fit.fromRecording(series.ticks(), false).quality().excluded())
                .containsExactlyEntriesOf(java.util.Map.of("a counter began anew", 1));
    }

    @Test
    void aClockThatGoesBackIsLeftOut() {
        List<Tick> ticks = new ArrayList<>(StackSeries.of(61, HEALTHY).ticks());
        Tick late = ticks.get(30);
        ticks.set(
                30,
                new Tick(
                        late.at().minusSeconds(5),
                        late.balancer(),
                        late.instances(),
                        late.database(),
                        late.settings()));

        DataQuality quality = Fit.fromRecording(ticks, false).quality();

        assertThat(quality.excluded())
                .containsEntry("the clock went back", 1)
                .containsEntry("nothing was recorded for a while", 1);
        assertThat(quality.abstains()).isFalse();
    }

    @Test
    void onlyCalmStretchesCount() {
        Second crowded = HEALTHY.with(Signal.USED, 20)
                .with(Signal.PENDING, 30)
                .with(Signal.USE_TIME, 0.2)
                .with(Signal.WAIT_TIME, 0.3);
        List<Tick> ticks = StackSeries.of(45, HEALTHY).then(45, crowded).ticks();

        FittedModel calm = Fit.fromRecording(ticks, false);
        FittedModel whole = Fit.fromRecording(ticks, true);

        assertThat(calm.quality().seconds()).isEqualTo(44);
        assertThat(calm.model().databaseWait().mean()).isCloseTo(0.04, within(0.001));
        assertThat(whole.quality().calm()).isFalse();
        assertThat(whole.model().databaseWait().mean()).isGreaterThan(0.1);
    }

    @Test
    void aStackThatIsNeverCalmIsSaidToBe() {
        Second crowded = HEALTHY.with(Signal.USED, 20)
                .with(Signal.USE_TIME, 0.2)
                .with(Signal.PENDING, 30)
                .with(Signal.WAIT_TIME, 0.3);

        DataQuality quality =
                Fit.fromRecording(StackSeries.of(61, crowded).ticks(), false).quality();

        assertThat(quality.calm()).isFalse();
        assertThat(quality.warnings())
                .contains(
                        "the stack was hardly ever calm while it was recorded: the time in use holds waiting for processors and locks");
    }

    @Test
    void aLeakIsRefused() {
        Second leaking = HEALTHY.with(Signal.USED, 12);

        FittedModel fitted = Fit.fromRecording(StackSeries.of(61, leaking).ticks(), false);

        assertThat(fitted.quality().refusals())
                .containsExactly(
                        "connections in use differ by 200 % from rate times use time: connections leak, or a figure is wrong");
        assertThat(fitted.quality().usedResidual()).isCloseTo(2, within(0.01));
    }

    @Test
    void lessThanAConnectionOfEachPoolIsNoLeak() {
        Second more = HEALTHY.with(Second.SHOP_1, Signal.USED, 5);

        FittedModel fitted = Fit.fromRecording(StackSeries.of(61, more).ticks(), false);

        assertThat(fitted.quality().refusals()).isEmpty();
        assertThat(fitted.quality().warnings())
                .containsExactly(
                        "connections in use differ by 13 % from rate times use time: connections leak, or a figure is wrong");
    }

    @Test
    void aSilentDatabaseLeavesItsNumbersOpen() {
        FittedModel fitted = Fit.fromRecording(
                StackSeries.of(61, HEALTHY.without(Source.DATABASE)).ticks(), false);

        assertThat(fitted.known()).doesNotContainKey(Parameter.DB_CONNECTIONS).doesNotContainKey(Parameter.DB_OTHERS);
        assertThat(fitted.unidentified())
                .extracting(Unidentified::what)
                .contains("the database's processor time of a request");
    }

    @Test
    void aSilentBalancerLeavesTheRateToTheInstances() {
        FittedModel fitted = Fit.fromRecording(
                StackSeries.of(61, HEALTHY.without(Source.BALANCER)).ticks(), false);

        assertThat(fitted.model().get(Parameter.CLIENT_RATE)).isCloseTo(200, within(0.01));
        assertThat(fitted.known()).doesNotContainKey(Parameter.LB_MAXCONN);
    }

    @Test
    void agesOfStatementsTellOfTheTail() {
        List<Tick> ticks = StackSeries.of(61, HEALTHY.aged(0.4, 0.09, 0.05, 0.03, 0.02, 0.01, 0.004, 0.001))
                .ticks();

        FittedModel fitted = Fit.fromRecording(ticks, false);

        assertThat(fitted.hold().origin()).startsWith("mean use time, and its spread from the ages of 960 running");
        assertThat(fitted.model().databaseWait().coefficientOfVariation()).isGreaterThan(0.8);
    }

    @Test
    void aStackThatSlowedDownIsSaidToHave() {
        Second slower = HEALTHY.with(Signal.USED, 7).with(Signal.USE_TIME, 0.07);

        assertThat(Fit.fromRecording(
                                StackSeries.of(31, HEALTHY).then(30, slower).shaken(1), false)
                        .quality()
                        .warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .matches(
                                "the mean time in use was \\d+ ms in one quarter of the recording and \\d+ ms in another: "
                                        + "record again while nothing else disturbs the stack"));
    }

    @Test
    void aStackThatDidNotIsNot() {
        assertThat(Fit.fromRecording(StackSeries.of(61, HEALTHY).shaken(1), false)
                        .quality()
                        .warnings())
                .noneMatch(warning -> warning.contains("in one quarter"));
    }
}
