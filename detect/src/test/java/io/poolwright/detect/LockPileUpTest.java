package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.ON_LOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockPileUpTest {
    private final Detector detector = new LockPileUp();

    @Test
    void firesWhenTransactionsWaitForEachOther() {
        Second state = Second.healthy().with(ACTIVE, 19).with(ON_LOCK, 18);

        Optional<String> said = Seen.after(2, state, detector);

        assertThat(said).hasValue("36 of 38 active backends wait for a lock: each holds a pool connection meanwhile");
    }

    @ParameterizedTest
    @CsvSource({"3, true", "2, false"})
    void drawsTheLine(int waitingInTheFirst, boolean fires) {
        Optional<String> said =
                Seen.after(2, Second.healthy().with(Second.SHOP_1, ON_LOCK, waitingInTheFirst), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void oneLookIsNotEnough() {
        Second state = Second.healthy().with(ACTIVE, 19).with(ON_LOCK, 18);

        Optional<String> said = Seen.after(1, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentDatabaseSaysNothing() {
        Second state = Second.healthy().with(ACTIVE, 19).with(ON_LOCK, 18).without(Source.DATABASE);

        Optional<String> said = Seen.after(2, state, detector);

        assertThat(said).isEmpty();
    }
}
