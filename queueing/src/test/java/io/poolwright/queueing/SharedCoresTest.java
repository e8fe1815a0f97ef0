package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SharedCoresTest {
    @Test
    void matchesTheReferenceValues() {
        assertThat(SharedCores.meanTime(.7, 1, 1)).isCloseTo(3.33333, within(5e-6));
        assertThat(SharedCores.meanTime(6.4, 1, 8)).isCloseTo(1.28603, within(5e-6));
        assertThat(SharedCores.timeOf(2, .7, 1)).isCloseTo(6.66667, within(5e-6));
    }

    @Property
    void oneCoreSlowsEachJobByTheSameFactor(@ForAll @DoubleRange(min = 0, max = .99) double rate) {
        assertThat(SharedCores.meanTime(rate, 1, 1)).isCloseTo(SharedCores.timeOf(1, rate, 1), within(1e-9));
    }

    @Test
    void atTheLineTimesHaveNoEnd() {
        assertThat(SharedCores.meanTime(8, 1, 8)).isInfinite();
        assertThat(SharedCores.timeOf(1, 1, 1)).isInfinite();
        assertThat(SharedCores.meanInside(9, 1, 8)).isInfinite();
        assertThat(SharedCores.meanInside(0, 1, 8)).isZero();
    }

    @Test
    void refusesADemandOfNothing() {
        assertThatThrownBy(() -> SharedCores.meanTime(1, 0, 8)).hasMessage("meanDemand must be more than 0, was 0.0");
    }
}
