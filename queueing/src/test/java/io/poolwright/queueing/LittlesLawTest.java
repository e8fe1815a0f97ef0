package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LittlesLawTest {
    @Test
    void twoServersOfTwoSlotsCarryWhatTheDrillMeasured() {
        // 4 slots of 33 ms each: 119.1 requests/s were measured at the edge.
        assertThat(LittlesLaw.capacity(4, 0.0336)).isCloseTo(119.05, within(0.1));
    }

    @Test
    void populationAndTimeAreInverse() {
        assertThat(LittlesLaw.population(25, 0.8)).isEqualTo(20);
        assertThat(LittlesLaw.time(20, 25)).isEqualTo(0.8);
    }

    @Test
    void refusesWhatCannotBeMeasured() {
        assertThatThrownBy(() -> LittlesLaw.population(-1, 1)).hasMessage("rate must be 0 or more, was -1.0");
        assertThatThrownBy(() -> LittlesLaw.population(Double.NaN, 1)).hasMessage("rate must be 0 or more, was NaN");
        assertThatThrownBy(() -> LittlesLaw.time(1, 0)).hasMessage("rate must be more than 0, was 0.0");
        assertThatThrownBy(() -> LittlesLaw.capacity(1, 0)).hasMessage("serviceTime must be more than 0, was 0.0");
    }
}
