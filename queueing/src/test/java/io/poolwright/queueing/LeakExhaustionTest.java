package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeakExhaustionTest {
    @Test
    void matchesTheReferenceValues() {
        LeakExhaustion leak = LeakExhaustion.of(20, 100, 1e-4);

        assertThat(leak.meanTime()).isCloseTo(2000, within(1e-9));
        assertThat(leak.deviation()).isCloseTo(447, within(.5));
    }

    @Test
    void oneConnectionIsGoneWithTheFirstLeak() {
        LeakExhaustion leak = new LeakExhaustion(1, .01);

        assertThat(leak.exhaustedBy(100)).isCloseTo(1 - Math.exp(-1), within(1e-12));
        assertThat(leak.timePercentile(.5)).isCloseTo(Math.log(2) * 100, within(1e-6));
    }

    @Property
    void percentileAndProbabilityAreInverse(
            @ForAll @IntRange(min = 1, max = 200) int connections,
            @ForAll @DoubleRange(min = .01, max = .99) double share) {
        LeakExhaustion leak = new LeakExhaustion(connections, .02);

        assertThat(leak.exhaustedBy(leak.timePercentile(share))).isCloseTo(share, within(1e-9));
    }

    @Test
    void withoutLeaksThePoolLastsForEver() {
        LeakExhaustion leak = LeakExhaustion.of(20, 100, 0);

        assertThat(leak.meanTime()).isInfinite();
        assertThat(leak.timePercentile(.5)).isInfinite();
        assertThat(leak.exhaustedBy(1e9)).isZero();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> LeakExhaustion.of(20, 100, 1.5))
                .hasMessage("probability must be from 0 to 1, was 1.5");
        assertThatThrownBy(() -> LeakExhaustion.of(0, 100, .5)).hasMessage("connections must be at least 1, was 0");
    }
}
