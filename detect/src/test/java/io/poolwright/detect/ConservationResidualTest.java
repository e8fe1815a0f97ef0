package io.poolwright.detect;

import static io.poolwright.testkit.Signal.BACKENDS;
import static io.poolwright.testkit.Signal.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConservationResidualTest {
    private final Detector detector = new ConservationResidual();

    @Test
    void moreBackendsThanThePoolsKnowAreZombies() {
        Second state = Second.healthy().with(BACKENDS, 27).with(TOTAL, 14);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said)
                .hasValue("the database holds 26 connections more than the pools know of (54 backends of 57 usable):"
                        + " it works for clients that have given up");
    }

    @Test
    void fewerAreGhosts() {
        Second state = Second.healthy().with(BACKENDS, 15);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said)
                .hasValue("the pools hold 10 connections that the database has already ended (30 backends):"
                        + " the next callers to borrow them will fail");
    }

    @ParameterizedTest
    @CsvSource({"23, true", "22, false", "17, true", "18, false"})
    void drawsTheLine(int backendsOfTheFirst, boolean fires) {
        Optional<String> said =
                Seen.after(3, Second.healthy().with(Second.SHOP_1, BACKENDS, backendsOfTheFirst), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void oneLookIsNotEnough() {
        Second state = Second.healthy().with(BACKENDS, 27);

        Optional<String> said = Seen.after(1, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentDatabaseSaysNothing() {
        Second state = Second.healthy().with(BACKENDS, 27).without(Source.DATABASE);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void silentPoolsSayNothing() {
        Second state = Second.healthy().with(BACKENDS, 27).without(Source.POOL);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }
}
