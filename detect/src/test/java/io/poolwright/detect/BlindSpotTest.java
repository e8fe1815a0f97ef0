package io.poolwright.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.Source;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlindSpotTest {
    private final Detector detector = new BlindSpot();

    @Test
    void namesEverySilentSource() {
        Second state = Second.healthy().without(Set.of(Source.BALANCER, Source.DATABASE, Source.SHOP_2));

        Optional<String> said = Seen.after(5, state, detector);

        assertThat(said)
                .hasValue(
                        "no signal for 5 s: BALANCER does not answer; DATABASE does not answer; SHOP_2 does not answer");
    }

    @ParameterizedTest
    @CsvSource({"5, true", "4, false"})
    void drawsTheLine(int looks, boolean fires) {
        Optional<String> said = Seen.after(looks, Second.healthy().without(Source.DATABASE), detector);

        assertThat(said.isPresent()).isEqualTo(fires);
    }

    @Test
    void goodHealthIsNoBlindSpot() {
        Optional<String> said = Seen.after(5, Second.healthy(), detector);

        assertThat(said).isEmpty();
    }
}
