package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.IN_TRANSACTION;
import static io.poolwright.testkit.Signal.USED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LeakSuspectedTest {
    private final Detector detector = new LeakSuspected();

    @Test
    void firesWhenUsedConnectionsDoNothing() {
        Second state = Second.healthy().with(USED, 14);

        Optional<String> said = Seen.after(4, state, detector);

        assertThat(said)
                .hasValue(
                        "20 of 28 used connections do nothing in the database, 4 s running: they may never come back");
    }

    @ParameterizedTest
    @CsvSource({"8, true", "7, false"})
    void drawsTheLine(int usedByTheFirst, boolean fires) {
        Optional<String> said = Seen.after(4, Second.healthy().with(Second.SHOP_1, USED, usedByTheFirst), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void whatWorksInTheDatabaseIsNoLeak() {
        Second state = Second.healthy().with(USED, 20).with(ACTIVE, 15).with(IN_TRANSACTION, 5);

        Optional<String> said = Seen.after(4, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void threeLooksAreNotEnough() {
        Second state = Second.healthy().with(USED, 14);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void anInstanceInItsFirstSecondsIsLeftOut() {
        Second state =
                Second.healthy().with(USED, 14).running(Second.SHOP_1, "2").running(Second.SHOP_2, "2");

        Optional<String> said = Seen.after(8, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentDatabaseSaysNothing() {
        Second state = Second.healthy().with(USED, 14).without(Source.DATABASE);

        Optional<String> said = Seen.after(4, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void silentPoolsSayNothing() {
        Second state = Second.healthy().with(USED, 14).without(Source.POOL);

        Optional<String> said = Seen.after(4, state, detector);

        assertThat(said).isEmpty();
    }
}
