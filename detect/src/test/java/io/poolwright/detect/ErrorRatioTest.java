package io.poolwright.detect;

import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.ERRORS;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorRatioTest {
    private final Detector detector = new ErrorRatio();

    @Test
    void firesWhenCustomersSeeErrors() {
        Second state = Second.healthy().with(ERRORS, 78);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).hasValue("39 % of requests fail with 5xx (78/s): the line is 1 %");
    }

    @ParameterizedTest
    @CsvSource({"200, 3, true", "200, 2, false", "50, 1, true", "50, 0.5, false"})
    void drawsTheLine(double arrivals, double errors, boolean fires) {
        Optional<String> said =
                Seen.after(3, Second.healthy().with(ARRIVALS, arrivals).with(ERRORS, errors), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void oneLookIsNotEnough() {
        Second state = Second.healthy().with(ERRORS, 78);

        Optional<String> said = Seen.after(1, state, detector);

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentBalancerSaysNothing() {
        Second state = Second.healthy().with(ERRORS, 78).without(Source.BALANCER);

        Optional<String> said = Seen.after(3, state, detector);

        assertThat(said).isEmpty();
    }
}
