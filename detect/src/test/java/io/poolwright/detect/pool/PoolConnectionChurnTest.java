package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolConnectionChurnTest {
    private static final State HEALTHY = State.healthy();

    private static Story story(double interval) {
        return Story.of(interval, new PoolConnectionChurn()).then(300, HEALTHY);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.09, true",
        "1, 0.08, false",
        "15, 0.09, true",
        "15, 0.08, false",
        "60, 0.09, true",
        "60, 0.08, false"
    })
    void twoRefillsAndThreeTimesTheLifetimeIsTheLine(double interval, double created, boolean fires) {
        Story story = story(interval).then(1200, HEALTHY.rate(Signal.CREATED, created));

        assertThat(story.fresh().isEmpty()).isEqualTo(!fires);
    }

    @Test
    void aDeclaredLifetimeExplainsWhatItAsksFor() {
        Story story = Story.of(
                        Tier.POOL,
                        15,
                        Expectations.none().withMaxLifetime(Duration.ofSeconds(60), "application.yaml:8"),
                        new PoolConnectionChurn())
                .then(1200, HEALTHY.rate(Signal.CREATED, 10 / 60.0));

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void saysWhatALifetimeAsksFor() {
        Story story = story(1).then(60, HEALTHY.rate(Signal.CREATED, 5));

        assertThat(story.fresh().get(0).text())
                .isEqualTo(
                        "40 connections were opened in 5 min, one for each 698 borrows; a limit of 10 and a lifetime of 30 min,"
                                + " assumed ask for 25 at most: each costs a handshake, and the database may still hold the old one");
    }

    @Test
    void aPoolThatFillsIsNotChurn() {
        Story story = story(1).looks(2, HEALTHY.rate(Signal.CREATED, 10)).then(600, HEALTHY);

        assertThat(story.fresh()).isEmpty();
    }

    @Test
    void withoutACountItSaysNothing() {
        Story story = story(1).then(600, HEALTHY.rate(Signal.CREATED, 50).without(Signal.CREATED));

        assertThat(story.fresh()).isEmpty();
    }
}
