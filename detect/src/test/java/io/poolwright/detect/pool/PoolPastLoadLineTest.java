package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolPastLoadLineTest {
    private static final State HEALTHY = State.healthy();

    private static Story story(double interval) {
        return Story.of(interval, new PoolPastLoadLine());
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "5, 10", "15, 30", "60, 120"})
    void fullWithALongWaitIsToldWithinTwoLooks(double interval, double within) {
        Story story = story(interval)
                .then(600, HEALTHY)
                .mark()
                .then(120, HEALTHY.full(40).served(90, 0.3, 0.11));

        assertThat(story.delay()).hasValueSatisfying(it -> assertThat(it).isLessThanOrEqualTo(within));
        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.CRITICAL);
        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "10 of 10 used, 40 wait (database connections) for 300 ms each (line: 200 ms, 20 % of 1.0 s, no time"
                                + " limit of the callers is known: 1.0 s assumed): whoever comes now waits at least as long");
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "5, 10", "15, 30", "60, 120"})
    void aPoolThatServesNobodyIsToldWithinTwoLooks(double interval, double within) {
        Story story = story(interval)
                .then(600, HEALTHY)
                .mark()
                .then(120, HEALTHY.full(40).served(0, 0, 0));

        assertThat(story.delay()).hasValueSatisfying(it -> assertThat(it).isLessThanOrEqualTo(within));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void fullWithoutWaitingIsEfficient(double interval) {
        Story story = story(interval).then(7200, HEALTHY.full(0).served(250, 0, 0.04));

        assertThat(story.fresh()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void aLineThatMovesInMillisecondsIsABusyPool(double interval) {
        Story story = story(interval).then(7200, HEALTHY.full(29).served(2900, 0.0076, 0.0034));

        assertThat(story.fresh()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.85, 0.051, true", "1, 0.84, 0.051, false", "1, 0.85, 0.049, false",
        "15, 0.85, 0.051, true", "15, 0.84, 0.051, false", "15, 0.85, 0.049, false"
    })
    void fiveMinutesPastTheLine(double interval, double load, double wait, boolean fires) {
        State busy =
                HEALTHY.gauge(Signal.MAX, 100).gauge(Signal.USED, 100 * load).gauge(Signal.PENDING, 2);
        Story story = story(interval).then(600, HEALTHY).mark().then(900, busy.served(300, wait, 0.28));

        assertThat(story.delay().isPresent()).isEqualTo(fires);
        assertThat(story.delay().orElse(300.0)).isBetween(180.0, 330.0);
    }

    @Test
    void saysHowFullOnTheMeanOfFiveMinutes() {
        State busy = HEALTHY.gauge(Signal.USED, 9).gauge(Signal.PENDING, 2);
        Story story = story(1).then(900, busy.served(300, 0.1, 0.28));

        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "90 % of the database connections are used on the mean of 5 min, and callers wait 100 ms each (line:"
                                + " 85 % used and 50 ms, 5 % of 1.0 s, no time limit of the callers is known: 1.0 s assumed):"
                                + " every further request only lengthens the line");
    }

    @Test
    void ofGaugesAloneALineThreeTimesAsLongAsThePoolIsBelieved() {
        assertThat(story(1).then(60, HEALTHY.gaugesOnly())
                        .mark()
                        .then(5, HEALTHY.gaugesOnly().full(30))
                        .delay())
                .hasValue(3.0);
        assertThat(story(1).then(60, HEALTHY.gaugesOnly())
                        .looks(20, HEALTHY.gaugesOnly().full(29))
                        .looks(1, HEALTHY.gaugesOnly().full(4))
                        .fresh())
                .extracting(PoolAlert::text)
                .containsExactly(
                        "10 of 10 used, 29 wait (database connections), and the line has not shrunk in 12 looks: nothing"
                                + " comes back, or more comes than is served");
    }

    @Test
    void ofGaugesAloneALineThatMovesIsNot() {
        Story story = story(1);
        for (int i = 0; i < 1000; i++) {
            story.looks(1, HEALTHY.gaugesOnly().full(29 - i % 9));
        }

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void workersThatAreAllBusyHideTheirLine() {
        State busy = HEALTHY.full(0).without(Signal.PENDING, Signal.WAIT_SECONDS);
        Story story = Story.of(Tier.WORKERS, 15, Expectations.none(), new PoolPastLoadLine())
                .then(300, HEALTHY.without(Signal.PENDING))
                .mark()
                .then(300, busy);

        assertThat(story.delay()).hasValue(75.0);
        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "10 of 10 used, unknown wait (request workers): at every look for 60 s nothing was free; who comes now"
                                + " waits where this source does not see it");
    }

    @Test
    void withoutALimitItSaysNothing() {
        Story story = story(1).then(900, HEALTHY.full(50).served(10, 3, 1).without(Signal.MAX));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void aPauseOfASecondIsNoAlert() {
        State busy = HEALTHY.full(29).served(2900, 0.0076, 0.0034);
        Story story = story(1).then(600, busy)
                .looks(2, busy.served(1500, 0.4, 0.0034))
                .then(600, busy);

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void doesNotFlapWhenItHoversAroundTheLine() {
        State over = HEALTHY.full(40).served(90, 0.25, 0.11);
        State under = HEALTHY.full(20).served(90, 0.15, 0.11);
        Story story = story(1).then(60, HEALTHY);
        for (int i = 0; i < 60; i++) {
            story.looks(7, over).looks(5, under);
        }

        assertThat(story.fresh()).hasSize(1);
    }
}
