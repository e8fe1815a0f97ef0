package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.REQUESTS;
import static io.poolwright.testkit.Signal.RESENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAmplificationTest {
    private final Detector detector = new RetryAmplification();

    @Test
    void firesWhenRepeatsAreAThirdOfAll() {
        Second state = Second.healthy().with(ARRIVALS, 300).with(REQUESTS, 150).with(RESENT, 50);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said)
                .hasValue(
                        "33 % of the requests that reach the application are repeated attempts (100/s): ×1.5 for every first one");
    }

    @ParameterizedTest
    @CsvSource({"200, 25, true", "200, 24, false", "8, 1, false"})
    void drawsTheLine(double arrivals, double resentToEach, boolean fires) {
        Optional<String> said =
                Seen.after(3, Second.healthy().with(REQUESTS, arrivals / 2).with(RESENT, resentToEach), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void aPageThatDoesNotCountThemSaysNothing() {
        Second state = Second.healthy().with(RESENT, 50).without(Source.RESENT);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void theInstancesCountWhateverTheBalancerSays() {
        Second state = Second.healthy().with(REQUESTS, 150).with(RESENT, 50).without(Source.BALANCER);

        assertThat(Seen.after(3, state, detector)).isPresent();
    }
}
