package io.poolwright.detect;

import static io.poolwright.testkit.Signal.BACKENDS;
import static io.poolwright.testkit.Signal.MAX_CONNECTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseSlotsTest {
    private final Detector detector = new DatabaseSlots();

    @Test
    void firesWhenTheNextIsRefused() {
        Second state = Second.healthy().with(BACKENDS, 28);

        Optional<String> said = Seen.after(2, state, detector);

        assertThat(said)
                .hasValue("56 of 57 usable database connections are taken (max_connections less the reserved ones):"
                        + " the next is refused");
    }

    @ParameterizedTest
    @CsvSource({"19, 43, true", "19, 44, false"})
    void drawsTheLine(int backendsOfEach, int maxConnections, boolean fires) {
        Optional<String> said = Seen.after(
                2, Second.healthy().with(BACKENDS, backendsOfEach).with(MAX_CONNECTIONS, maxConnections), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void oneLookIsNotEnough() {
        Second state = Second.healthy().with(BACKENDS, 28);

        Optional<String> said = Seen.after(1, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentDatabaseSaysNothing() {
        Second state = Second.healthy().with(BACKENDS, 28).without(Source.DATABASE);

        Optional<String> said = Seen.after(2, state, detector);

        assertThat(said).isEmpty();
    }
}
