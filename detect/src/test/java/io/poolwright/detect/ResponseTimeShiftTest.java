package io.poolwright.detect;

import static io.poolwright.testkit.Signal.SERVICE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponseTimeShiftTest {
    private final Detector detector = new ResponseTimeShift();

    @Test
    void firesWhenARequestTakesTwiceAsLong() {
        Second state = Second.healthy().with(SERVICE_TIME, 0.114);

        Optional<String> said = Seen.after(5, state, detector);

        assertThat(said).hasValue("a request takes 114 ms inside the application, it took 38 ms (×3.0)");
    }

    @ParameterizedTest
    @CsvSource({"0.040, 0.081, true", "0.040, 0.079, false", "0.010, 0.041, true", "0.010, 0.039, false"})
    void drawsTheLine(double before, double now, boolean fires) {
        Optional<String> said = Seen.after(
                5, Second.healthy().with(SERVICE_TIME, before), Second.healthy().with(SERVICE_TIME, now), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void nothingToCompareWith() {
        Window seen = Seen.of(StackSeries.of(6, Second.healthy().with(SERVICE_TIME, 5)));

        Optional<String> said = detector.look(seen, new Window(List.of()));

        assertThat(said).isEmpty();
    }

    @Test
    void aSilentPageSaysNothing() {
        Second state = Second.healthy().with(SERVICE_TIME, 5).without(Source.HTTP);

        Optional<String> said = Seen.after(5, state, detector);

        assertThat(said).isEmpty();
    }
}
