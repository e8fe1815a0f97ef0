package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.simulate.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {
    @Test
    void eachPartHasItsUnit() {
        assertThat(Promise.read("p99.9<750ms, good>99.5%, within<3s")).isEqualTo(new Goal(3, 99.9, 0.75, 0.995));
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        assertThat(Promise.read("p99<1s")).isEqualTo(new Goal(Goal.USUAL.limit(), 99, 1, Goal.USUAL.goodShare()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"p99>400ms", "good<99%", "p99<400", "good>99", "p99<5%", "fast", "p<4s"})
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> Promise.read(written))
                .hasMessage(
                        "--slo %s: found '%s'; accepted: pNN<TIME, good>SHARE%%, within<TIME, with commas between; write: --slo 'p99<400ms,good>99%%,within<2s'"
                                .formatted(written, written));
    }

    @Test
    void twoOfAKindContradict() {
        assertThatThrownBy(() -> Promise.read("p99<1s,p50<1s")).hasMessageContaining("more than one percentile");
    }

    @Test
    void aShareAboveAllIsRefused() {
        assertThatThrownBy(() -> Promise.read("good>101%")).hasMessageContaining("a share above 0 up to 1");
    }
}
