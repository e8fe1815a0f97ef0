package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolWaitEatsBudgetTest {
    private static final Expectations TWO_SECONDS =
            Expectations.none().withBudget(Duration.ofSeconds(2), "gateway.yaml:4");
    private static final State HEALTHY = State.healthy();

    private static Story story(double interval) {
        return Story.of(Tier.POOL, interval, TWO_SECONDS, new PoolWaitEatsBudget());
    }

    private static State waiting(double wait) {
        return HEALTHY.full(5).served(100, wait, 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.41, true",
        "1, 0.39, false",
        "15, 0.41, true",
        "15, 0.39, false",
        "60, 0.41, true",
        "60, 0.39, false"
    })
    void aFifthOfTheBudgetForTwoMinutesIsTheLine(double interval, double wait, boolean fires) {
        Story story = story(interval).then(600, HEALTHY).mark().then(600, waiting(wait));

        assertThat(story.delay().isPresent()).isEqualTo(fires);
        assertThat(story.delay().orElse(150.0)).isBetween(110.0, 240.0);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "15, 30", "60, 120"})
    void moreThanHalfTheBudgetIsCriticalAtOnce(double interval, double within) {
        Story story = story(interval).then(600, HEALTHY).mark().then(120, waiting(1.1));

        assertThat(story.delay()).hasValueSatisfying(it -> assertThat(it).isLessThanOrEqualTo(within));
        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.CRITICAL);
        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "callers wait 1.1 s for database connections now, 55 % of the 2.0 s that they have (gateway.yaml:4):"
                                + " what is left may be too short for the work");
    }

    @Test
    void withoutABudgetASecondIsAssumedAndItIsOnlyAWarning() {
        Story story = Story.of(1, new PoolWaitEatsBudget()).then(60, HEALTHY).then(60, waiting(0.6));

        PoolAlert alert = story.fresh().get(0);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.limit()).isEqualTo(0.5);
        assertThat(alert.origin()).isEqualTo("no time limit of the callers is known: 1.0 s assumed");
    }

    @Test
    void aPoolThatServesNobodyIsToldByItsLine() {
        Story story = story(1).then(600, HEALTHY)
                .mark()
                .then(
                        30,
                        HEALTHY.gauge(Signal.USED, 0)
                                .gauge(Signal.IDLE, 0)
                                .gauge(Signal.PENDING, 3)
                                .served(0, 0, 0));

        assertThat(story.delay()).isEmpty();
        assertThat(Story.of(15, new PoolWaitEatsBudget())
                        .then(600, HEALTHY)
                        .then(60, HEALTHY.full(3).served(0, 0, 0))
                        .fresh())
                .hasSize(1);
    }

    @Test
    void onePauseIsNoAlert() {
        Story story = story(1).then(600, HEALTHY).looks(2, waiting(1.9)).then(600, HEALTHY);

        assertThat(story.fresh()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void endsOnlyWhenItHasClearlyBeenLessForAWhile(double interval) {
        Story near = story(interval).then(600, HEALTHY).then(600, waiting(0.5)).then(3600, waiting(0.3));
        Story gone = story(interval)
                .then(600, HEALTHY)
                .then(600, waiting(0.5))
                .mark()
                .then(3600, waiting(0.1));

        assertThat(near.firing()).hasSize(1);
        assertThat(gone.end()).hasValueSatisfying(it -> assertThat(it).isBetween(60.0, 240.0));
    }

    @Test
    void endsWhenNobodyComesAnyMore() {
        Story story = story(15)
                .then(600, waiting(1.5))
                .then(600, HEALTHY.served(0, 0, 0).gauge(Signal.USED, 0));

        assertThat(story.firing()).isEmpty();
    }

    @Test
    void aSourceWithoutWaitsSaysNothing() {
        Story story = story(1).then(600, waiting(1.5).gaugesOnly());

        assertThat(story.fresh()).isEmpty();
    }
}
