package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolTimingOutTest {
    private static final State HEALTHY = State.healthy();
    private static final State LOSING = HEALTHY.full(7).rate(Signal.TIMEOUTS, 2);

    private static Story story(double interval) {
        return Story.of(interval, new PoolTimingOut());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void firesWithTheFirstLookThatSeesOne(double interval) {
        Story story = story(interval).then(600, HEALTHY).mark().looks(1, LOSING);

        assertThat(story.delay()).hasValue(interval);
        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 15, 60})
    void isCriticalWhenItHappensAgainWithinThreeMinutes(double interval) {
        Story story = story(interval).then(600, HEALTHY).looks(2, LOSING);

        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.WARNING, Severity.CRITICAL);
    }

    @Test
    void saysHowManyAndAfterWhatTime() {
        Story story = Story.of(
                        Tier.POOL,
                        1,
                        Expectations.none().withAcquireTimeout(Duration.ofSeconds(30), "application.yaml:12"),
                        new PoolTimingOut())
                .then(60, HEALTHY)
                .looks(1, LOSING);

        assertThat(story.fresh())
                .extracting(PoolAlert::text)
                .containsExactly(
                        "2 callers gave up waiting for database connections after 30 s (application.yaml:12) in the"
                                + " last 3 min; 10 of 10 used, 7 wait: each is a request that failed");
    }

    @Test
    void twoSinglesFarApartAreTwoWarnings() {
        State one = HEALTHY.rate(Signal.TIMEOUTS, 1);
        Story story =
                story(1).then(60, HEALTHY).looks(1, one).then(181, HEALTHY).looks(1, one);

        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.WARNING, Severity.WARNING);
    }

    @Test
    void endsAfterThreeMinutesWithoutOne() {
        Story story = story(15).then(60, HEALTHY).looks(3, LOSING).mark().then(600, HEALTHY);

        assertThat(story.end()).hasValueSatisfying(it -> assertThat(it).isBetween(180.0, 210.0));
        assertThat(story.firing()).isEmpty();
    }

    @Test
    void aSourceThatDoesNotCountThemSaysNothing() {
        Story story = story(1).then(60, HEALTHY).then(60, LOSING.without(Signal.TIMEOUTS));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void aCounterThatStartsAnewIsNoTimeout() {
        Story story =
                story(1).then(60, LOSING.rate(Signal.TIMEOUTS, 0)).restart().then(60, HEALTHY);

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void whoIsTurnedAwayIsLostToo() {
        Story story = story(1).then(60, HEALTHY.rate(Signal.REFUSED, 0)).looks(1, HEALTHY.rate(Signal.REFUSED, 1));

        assertThat(story.fresh()).hasSize(1);
    }

    @Test
    void silenceNeitherEndsNorRaises() {
        Story story = story(1).then(60, HEALTHY).looks(2, LOSING).silent(600, "connection refused");

        assertThat(story.firing()).hasSize(1);
    }
}
