package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolBlindTest {
    private static final State HEALTHY = State.healthy();

    private static Story story(double interval) {
        return Story.of(interval, new PoolBlind());
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "15, 30", "60, 120"})
    void aSilentSourceIsToldWithinTwoLooksOrAFewSeconds(double interval, double after) {
        Story story = story(interval).then(600, HEALTHY).mark().silent(300, "http://10.0.0.7:8080: connection refused");

        assertThat(story.delay()).hasValue(after);
        assertThat(story.fresh().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(story.fresh().get(0).text())
                .matches(
                        "nothing was heard for [23] looks: http://10.0.0.7:8080: connection refused; how the pool does is not known");
    }

    @Test
    void oneMissedLookIsNoAlert() {
        Story story = story(15).then(600, HEALTHY).silent(15, "no answer").then(600, HEALTHY);

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void endsWhenTheSourceIsBackForAMinute() {
        Story story = story(15).then(60, HEALTHY).silent(60, "no answer").mark().then(300, HEALTHY);

        assertThat(story.end()).hasValue(75.0);
    }

    @ParameterizedTest
    @CsvSource({"1", "15", "60"})
    void namesWhatWouldTellWhatIsMissing(double interval) {
        Story story = story(interval)
                .touched(it -> it.because(Signal.MAX, "read quarkus.datasource.jdbc.max-size"))
                .then(280, HEALTHY.without(Signal.MAX));
        assertThat(story.fresh()).isEmpty();

        story.then(120, HEALTHY.without(Signal.MAX));

        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.INFO);
        assertThat(story.fresh().get(0).text())
                .matches("not known for 30\\d s|not known for 300 s, although the source could tell it: max: read"
                        + " quarkus.datasource.jdbc.max-size");
    }

    @Test
    void whatItsKindOfSourceCannotTellIsNotMissed() {
        Story story = story(15).then(900, HEALTHY.without(Signal.MAX, Signal.TIMEOUTS));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void aMeanWaitIsAWait() {
        Story story = story(15)
                .touched(it -> it.because(Signal.WAIT_SECONDS, "no total"))
                .then(900, HEALTHY.without(Signal.WAIT_SECONDS, Signal.WAITS).gauge(Signal.WAIT_MEAN, 0.01));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void aQueueWithoutAPoolNeedsNoLimit() {
        Story story = Story.of(Tier.SERVER, 15, Expectations.none(), new PoolBlind())
                .touched(it -> it.because(Signal.MAX, "fullconn is not a cap"))
                .then(900, HEALTHY.without(Signal.MAX, Signal.USED));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void becomesMilderWhenTheSourceIsBackButStillLacksSomething() {
        Story story = story(15)
                .touched(it -> it.because(Signal.MAX, "no limit"))
                .then(600, HEALTHY.without(Signal.MAX))
                .silent(120, "no answer");
        assertThat(story.firing().get(0).severity()).isEqualTo(Severity.WARNING);

        story.then(600, HEALTHY.without(Signal.MAX));

        assertThat(story.firing()).extracting(PoolAlert::severity).containsExactly(Severity.INFO);
    }

    @Test
    void aLongReasonIsCut() {
        Story story = story(15).silent(60, "x".repeat(10_000));

        assertThat(story.fresh().get(0).text().length()).isLessThan(400);
    }
}
