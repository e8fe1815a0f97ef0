package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SingleServerTest {
    @Test
    void matchesTheReferenceValues() {
        assertThat(SingleServer.meanTime(.9, 1)).isCloseTo(10, within(1e-12));
        assertThat(SingleServer.meanWait(.9, 1)).isCloseTo(9, within(1e-12));
        assertThat(SingleServer.timePercentile(.9, 1, .99)).isCloseTo(46.05, within(.005));
        assertThat(SingleServer.probabilityOfTimeBeyond(.9, 1, 46.0517)).isCloseTo(.01, within(1e-7));
    }

    @Test
    void atTheLineNobodyEverLeaves() {
        assertThat(SingleServer.meanTime(1, 1)).isInfinite();
        assertThat(SingleServer.meanWait(1, 1)).isInfinite();
        assertThat(SingleServer.timePercentile(2, 1, .5)).isInfinite();
        assertThat(SingleServer.probabilityOfTimeBeyond(2, 1, 1e9)).isEqualTo(1);
        assertThat(SingleServer.meanTime(.999999, 1)).isFinite();
    }

    @Property
    void isOneServerOfErlangs(@ForAll @DoubleRange(min = 0, max = .99) double utilization) {
        assertThat(SingleServer.meanWait(utilization / .02, .02))
                .isCloseTo(ErlangC.meanWait(utilization, 1, .02), within(1e-9));
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> SingleServer.meanTime(1, 0)).hasMessage("serviceTime must be more than 0, was 0.0");
        assertThatThrownBy(() -> SingleServer.meanTime(-1, 1)).hasMessage("rate must be 0 or more, was -1.0");
        assertThatThrownBy(() -> SingleServer.timePercentile(1, 1, 1))
                .hasMessage("share must be between 0 and 1, was 1.0");
    }
}
