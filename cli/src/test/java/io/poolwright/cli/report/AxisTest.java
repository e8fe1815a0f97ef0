package io.poolwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.detect.Say;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void stepsAreRound() {
        assertThat(Axis.linear(0, 215, Say::number).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0, 250.0);
        assertThat(Axis.linear(-3, 6, Say::number).ticks()).containsExactly(-4.0, -2.0, 0.0, 2.0, 4.0, 6.0);
    }

    @Test
    void valuesOfZeroStillHaveAnAxis() {
        assertThat(Axis.linear(0, 0, Say::number).ticks()).hasSizeGreaterThan(1);
    }

    @Test
    void decadesAreEquallyTall() {
        Axis axis = Axis.decades(0.02, 4.6, Say::time);

        assertThat(axis.ticks()).hasSize(4);
        assertThat(axis.height(0.1)).isCloseTo(1 / 3.0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(axis.height(50)).isEqualTo(1);
    }
}
