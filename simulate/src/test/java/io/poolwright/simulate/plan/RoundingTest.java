package io.poolwright.simulate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @ParameterizedTest(name = "{0} is between {1} and {2}")
    @CsvSource({"1, 1, 1", "1.01, 1, 1.5", "0.31, 0.3, 0.4", "9.5, 8, 10", "0.0042, 0.004, 0.005", "1730, 1500, 2000"})
    void valuesAreWhatAPersonWouldWrite(double value, double down, double up) {
        assertThat(Rounding.down(value)).isEqualTo(down);
        assertThat(Rounding.up(value)).isEqualTo(up);
    }
}
