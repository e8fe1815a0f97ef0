package io.poolwright.detect;

import static io.poolwright.testkit.Signal.PENDING;
import static io.poolwright.testkit.Signal.TIMEOUTS;
import static io.poolwright.testkit.Signal.USED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolTimeoutsTest {
    private final Detector detector = new PoolTimeouts();

    @Test
    void firesWhenCallersGiveUp() {
        Second state = Second.healthy().with(TIMEOUTS, 21).with(PENDING, 48).with(USED, 20);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said)
                .hasValue("42/s callers give up waiting for a connection; 96 wait, 40 of 40 connections are used");
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void drawsTheLine(int looks, boolean fires) {
        Optional<String> said = Seen.after(looks, Second.healthy().with(TIMEOUTS, 1), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void noneIsNone() {
        Second state = Second.healthy();

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void silentPoolsSayNothing() {
        Second state = Second.healthy().with(TIMEOUTS, 21).without(Source.POOL);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }
}
