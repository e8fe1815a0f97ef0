package io.poolwright.detect;

import static io.poolwright.testkit.Signal.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionChurnTest {
    private final Detector detector = new ConnectionChurn();

    @Test
    void firesWhenPoolsKeepOpening() {
        Second state = Second.healthy().with(CREATED, 12);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).hasValue("the pools open 24/s new connections, for 40 in all: something ends them early");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0.5, false"})
    void drawsTheLine(double createdByEach, boolean fires) {
        Optional<String> said = Seen.after(3, Second.healthy().with(CREATED, createdByEach), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void twoLooksAreNotEnough() {
        Second state = Second.healthy().with(CREATED, 12);

        Optional<String> said = Seen.after(2, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aPoolThatFillsItselfIsNoChurn() {
        Second state =
                Second.healthy().with(CREATED, 12).running(Second.SHOP_1, "2").running(Second.SHOP_2, "2");

        Optional<String> said = Seen.after(4, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void silentPoolsSayNothing() {
        Second state = Second.healthy().with(CREATED, 12).without(Source.POOL);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }
}
