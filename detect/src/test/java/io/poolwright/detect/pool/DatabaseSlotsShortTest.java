package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseSlotsShortTest {
    private static State used(double used) {
        return State.healthy().gauge(Signal.MAX, 100).gauge(Signal.USED, used);
    }

    private static Story story(double interval) {
        return Story.of(Tier.DATABASE, interval, Expectations.none(), new DatabaseSlotsShort());
    }

    @ParameterizedTest
    @CsvSource({"1, 80, NONE", "1, 81, WARNING", "15, 80, NONE", "15, 81, WARNING", "1, 95, WARNING", "1, 96, CRITICAL"
    })
    void fourFifthsIsTheLine(double interval, double used, String severity) {
        Story story = story(interval).then(300, used(40)).then(60, used(used));

        assertThat(story.firing().stream()
                        .map(it -> it.severity().name())
                        .findFirst()
                        .orElse("NONE"))
                .isEqualTo(severity);
    }

    @Test
    void saysHowManyAreLeft() {
        Story story = story(1).then(60, used(90));

        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "90 of 100 slots for clients are taken (line: 80 %): when none is left, every new connection fails, and"
                                + " scaling out makes it worse");
    }

    @Test
    void whoIsTurnedAwayIsCriticalAtOnce() {
        Story story = story(60)
                .then(600, used(60).rate(Signal.REFUSED, 0))
                .mark()
                .looks(1, used(60).rate(Signal.REFUSED, 0.1));

        assertThat(story.fresh()).extracting(PoolAlert::severity).containsExactly(Severity.CRITICAL);
    }

    @Test
    void endsOnlyBelowThreeQuarters() {
        assertThat(story(1).then(60, used(90)).then(600, used(76)).firing()).hasSize(1);
        assertThat(story(1).then(60, used(90)).then(600, used(74)).firing()).isEmpty();
    }

    @Test
    void withoutALimitItSaysNothing() {
        assertThat(story(1).then(300, used(1000).without(Signal.MAX)).fresh()).isEmpty();
    }
}
