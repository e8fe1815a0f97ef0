package io.poolwright.detect;

import static io.poolwright.testkit.Signal.CPU;
import static io.poolwright.testkit.Signal.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessorTimeShiftTest {
    private final Detector detector = new ProcessorTimeShift();

    @Test
    void firesWhenARequestCostsMoreThanBefore() {
        Optional<String> said = Seen.after(4, Second.healthy().with(CPU, 0.5), detector);

        assertThat(said)
                .hasValue("a request costs 5 ms of processor time in the application, it cost 350 µs (×14)"
                        .replace("350 µs", "0.4 ms"));
    }

    @ParameterizedTest(name = "{0} cores by each instance: {1}")
    @CsvSource({"0.1251, true", "0.1249, false"}) // a quarter of a core together
    void drawsTheLine(double cores, boolean fires) {
        Optional<String> said = Seen.after(4, Second.healthy().with(CPU, cores), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void moreRequestsMayCostMore() {
        Second busy = Second.healthy().with(CPU, 0.35).with(REQUESTS, 1000);

        assertThat(Seen.after(4, busy, detector)).isEmpty();
    }

    @Test
    void anInstanceThatDoesNotTellIsLeftOut() {
        assertThat(Seen.after(4, Second.healthy().with(CPU, 0.5).without(Source.PROCESS), detector))
                .isEmpty();
    }
}
