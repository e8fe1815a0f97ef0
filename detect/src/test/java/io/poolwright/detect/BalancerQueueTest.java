package io.poolwright.detect;

import static io.poolwright.testkit.Signal.QUEUE;
import static io.poolwright.testkit.Signal.SLOTS;
import static io.poolwright.testkit.Signal.SLOTS_USED;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BalancerQueueTest {
    private final Detector detector = new BalancerQueue();

    @Test
    void firesWhenRequestsWait() {
        Second state = Second.healthy().with(QUEUE, 200).with(SLOTS, 2).with(SLOTS_USED, 2);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said)
                .hasValue("200 requests wait at the load balancer for a server slot (4 of 4 in use):"
                        + " users wait before the application sees them");
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false", "0, false"})
    void drawsTheLine(int queue, boolean fires) {
        Optional<String> said = Seen.after(3, Second.healthy().with(QUEUE, queue), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void oneLookIsABurst() {
        Second state = Second.healthy().with(QUEUE, 200);

        Optional<String> said = Seen.after(1, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentBalancerSaysNothing() {
        Second state = Second.healthy().with(QUEUE, 200).without(Source.BALANCER);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }
}
