package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ErlangBTest {
    @Test
    void matchesValuesThatAreEasyToReckon() {
        assertThat(ErlangB.blocking(1, 1)).isEqualTo(.5);
        assertThat(ErlangB.blocking(2, 2)).isCloseTo(.4, within(1e-15)); // 2/(1 + 2 + 2)
        assertThat(ErlangB.throughput(100, .02, 2)).isCloseTo(60, within(1e-12));
    }

    @Test
    void withoutServersAllIsLost() {
        assertThat(ErlangB.blocking(3, 0)).isEqualTo(1);
        assertThat(ErlangB.blocking(0, 0)).isEqualTo(1);
        assertThat(ErlangB.blocking(0, 1)).isZero();
    }

    @Property
    void risesWithTheLoadAndFallsWithTheServers(
            @ForAll @DoubleRange(min = .1, max = 100) double load, @ForAll @IntRange(min = 1, max = 100) int servers) {
        double loss = ErlangB.blocking(load, servers);

        assertThat(loss).isBetween(0.0, 1.0);
        assertThat(ErlangB.blocking(load * 1.1, servers)).isGreaterThan(loss);
        assertThat(ErlangB.blocking(load, servers + 1)).isLessThan(loss);
    }

    @Test
    void refusesWhatIsNoNumberOfServers() {
        assertThatThrownBy(() -> ErlangB.blocking(1, -1)).hasMessage("servers must be at least 0, was -1");
    }
}
