package io.poolwright.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void findsASlipOfTheFinger() {
        assertThat(Nearest.to("env-drfit", List.of("env-drift", "env-key-missing")))
                .hasValue("env-drift");
    }

    @Test
    void offersNothingThatIsFarAway() {
        assertThat(Nearest.to("banana", List.of("env-drift", "env-key-missing")))
                .isEmpty();
        assertThat(Nearest.to("banana", List.of())).isEmpty();
    }
}
