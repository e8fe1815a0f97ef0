package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PollaczekKhinchineTest {
    @Test
    void matchesTheReferenceValue() {
        assertThat(PollaczekKhinchine.meanWait(.7, 1, 2)).isCloseTo(5.83333, within(5e-6));
        assertThat(PollaczekKhinchine.meanTime(.7, 1, 2)).isCloseTo(6.83333, within(5e-6));
    }

    @Property
    void exponentialServiceIsTheSingleServer(@ForAll @DoubleRange(min = 0, max = .99) double rate) {
        assertThat(PollaczekKhinchine.meanWait(rate, 1, 1)).isCloseTo(SingleServer.meanWait(rate, 1), within(1e-9));
    }

    @Property
    void evenWorkWaitsHalfAsLong(@ForAll @DoubleRange(min = 0, max = .99) double rate) {
        assertThat(PollaczekKhinchine.meanWait(rate, 1, 0)).isCloseTo(SingleServer.meanWait(rate, 1) / 2, within(1e-9));
    }

    @Test
    void atTheLineTheWaitHasNoEnd() {
        assertThat(PollaczekKhinchine.meanWait(1, 1, 0)).isInfinite();
        assertThat(PollaczekKhinchine.meanTime(2, 1, 0)).isInfinite();
    }

    @Test
    void refusesWhatIsNoVariation() {
        assertThatThrownBy(() -> PollaczekKhinchine.meanWait(1, 1, -1))
                .hasMessage("variation must be 0 or more, was -1.0");
    }
}
