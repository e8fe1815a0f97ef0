package io.poolwright.server.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AttemptLimitTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final AttemptLimit limit = new AttemptLimit(clock);

    @Test
    void ofAThousandTriesInAMinuteTenAreLookedAt() {
        long looked = IntStream.range(0, 1_000)
                .filter(it -> {
                    clock.advance(Duration.ofMillis(59));
                    return limit.admits("account:ann", "address:192.0.2." + it % 250);
                })
                .count();

        assertThat(looked).isEqualTo(10);
    }

    @Test
    void namesThatChangeDoNotHelpFromOneAddress() {
        long looked = IntStream.range(0, 1_000)
                .filter(it -> limit.admits("account:" + it, "address:192.0.2.1"))
                .count();

        assertThat(looked).isEqualTo(10);
    }

    @Test
    void afterAMinuteThereIsANewTry() {
        IntStream.range(0, 10).forEach(it -> limit.admits("account:ann"));

        clock.advance(Duration.ofSeconds(59));
        assertThat(limit.admits("account:ann")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limit.admits("account:ann")).isTrue();
    }

    @Test
    void aRightTryIsGivenBackAndTheWrongOnesBeforeItAreNot() {
        IntStream.range(0, 9).forEach(it -> limit.admits("address:192.0.2.1"));
        for (int i = 0; i < 50; i++) {
            assertThat(limit.admits("address:192.0.2.1")).isTrue();
            limit.giveBack("address:192.0.2.1");
        }

        assertThat(limit.admits("address:192.0.2.1")).isTrue();
        assertThat(limit.admits("address:192.0.2.1")).isFalse();
    }

    @Test
    void oneWhoIsRefusedDoesNotUseUpAnothersTries() {
        IntStream.range(0, 10).forEach(it -> limit.admits("address:192.0.2.1"));
        IntStream.range(0, 100).forEach(it -> limit.admits("account:ann", "address:192.0.2.1"));

        assertThat(limit.admits("account:ann", "address:192.0.2.2")).isTrue();
    }

    @Test
    void inventedNamesDoNotFillTheMemoryNorPushOutWhoIsOverTheLimit() {
        IntStream.range(0, 10).forEach(it -> limit.admits("account:ann"));

        for (int i = 0; i < 2 * AttemptLimit.MOST_KEYS; i++) {
            limit.admits("account:" + i);
            if (i % 1_000 == 0) {
                assertThat(limit.admits("account:ann")).isFalse();
            }
        }
    }
}
