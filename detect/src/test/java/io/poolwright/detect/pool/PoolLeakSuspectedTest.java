package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolLeakSuspectedTest {
    private static final State HEALTHY = State.healthy();

    private static Story story(double interval) {
        return Story.of(interval, new PoolLeakSuspected()).then(900, HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void fullAndNothingReturns(double interval) {
        Story story = story(interval).mark().then(600, HEALTHY.full(20).served(0, 0, 0));

        assertThat(story.delay()).hasValueSatisfying(it -> assertThat(it).isBetween(120.0, 240.0));
        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.CRITICAL);
        assertThat(story.fresh().get(0).text())
                .contains("10 of 10 used, 20 wait for 1")
                .contains("only 0/s given back, 0 % of the usual 100/s (line: 20 %); nothing at all returns");
    }

    @ParameterizedTest
    @CsvSource({"1, 20, true", "1, 21, false", "15, 20, true", "15, 21, false"})
    void aFifthOfTheUsualReturnsIsTheLine(double interval, double returns, boolean fires) {
        Story story = story(interval).then(600, HEALTHY.full(20).served(returns, 0.5, 0.04));

        assertThat(story.fresh().isEmpty()).isEqualTo(!fires);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15})
    void slowStatementsAreNotALeakForTheirUseTimesExplainIt(double interval) {
        Story story = story(interval).then(600, HEALTHY.full(20).served(5, 2, 2));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void withoutKnowingWhatIsUsualItSaysNothing() {
        Story story = Story.of(1, new PoolLeakSuspected())
                .then(290, HEALTHY)
                .then(600, HEALTHY.full(20).served(0, 0, 0));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void theSourcesOwnWordIsTaken() {
        Story story = story(15).then(60, HEALTHY.rate(Signal.LEAKS, 0)).looks(1, HEALTHY.rate(Signal.LEAKS, 1 / 15.0));

        assertThat(story.fresh())
                .extracting(PoolAlert::text)
                .containsExactly(
                        "the pool itself reports 1 that were lent out and not given back (4 of 10 used, 0 wait): each is"
                                + " lost until the process ends");
    }

    @Test
    void withoutThroughputItSaysNothing() {
        Story story = Story.of(1, new PoolLeakSuspected())
                .then(900, HEALTHY.gaugesOnly())
                .then(900, HEALTHY.gaugesOnly().full(20));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void aRestartBeginsTheCountAnew() {
        Story story = story(1).then(110, HEALTHY.full(20).served(0, 0, 0))
                .restart()
                .then(100, HEALTHY.full(20).served(0, 0, 0));

        assertThat(story.fresh()).isEmpty();
    }
}
