package io.poolwright.detect;

import static io.poolwright.testkit.Signal.PENDING;
import static io.poolwright.testkit.Signal.USED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolSaturationTest {
    private final Detector detector = new PoolSaturation();

    @Test
    void firesWhenAFullPoolHasALine() {
        Second state = Second.healthy().with(USED, 20).with(PENDING, 30);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said)
                .hasValue("40 of 40 connections are used and 60 callers wait, for 3 s:"
                        + " a request now spends its time in line");
    }

    @ParameterizedTest
    @CsvSource({"20, 1, true", "19, 1, false", "20, 0, false"})
    void drawsTheLine(int used, int pending, boolean fires) {
        Optional<String> said = Seen.after(
                3, Second.healthy().with(Second.SHOP_1, USED, used).with(Second.SHOP_1, PENDING, pending), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void twoLooksAreNotEnough() {
        Second state = Second.healthy().with(USED, 20).with(PENDING, 30);

        Optional<String> said = Seen.after(2, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void silentPoolsSayNothing() {
        Second state = Second.healthy().with(USED, 20).with(PENDING, 30).without(Source.POOL);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }
}
