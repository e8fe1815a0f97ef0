package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContentionTest {
    @Test
    void followsTheFormula() {
        Contention contention = new Contention(8, .01, .0005);

        assertThat(contention.work(0)).isZero();
        assertThat(contention.work(1)).isEqualTo(1);
        assertThat(contention.work(8)).isCloseTo(8 / 1.07, within(1e-12));
        assertThat(contention.work(40)).isCloseTo(8 / (1 + .39 + .0005 * 32 * 5), within(1e-12));
    }

    @Property
    void noNumberDoesMoreThanTheBest(
            @ForAll @IntRange(min = 1, max = 32) int cores,
            @ForAll @DoubleRange(min = 0, max = 1) double serial,
            @ForAll @DoubleRange(min = 0, max = .1) double crowding,
            @ForAll @IntRange(min = 1, max = 100) int inside) {
        Contention contention = new Contention(cores, serial, crowding);

        assertThat(contention.work(inside)).isLessThanOrEqualTo(contention.saturation(1, 100) + 1e-12);
    }

    @Test
    void withoutContentionEveryCoreCounts() {
        assertThat(Contention.none(8).saturation(.015, 20)).isCloseTo(533.333, within(.001));
        assertThat(Contention.none(8).saturation(.015, 4)).isCloseTo(266.667, within(.001));
        assertThat(new Contention(8, 1, 0).best(20)).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Contention(0, 0, 0)).hasMessage("cores must be at least 1, was 0");
        assertThatThrownBy(() -> new Contention(1, 1.1, 0)).hasMessage("serial must be from 0 to 1, was 1.1");
        assertThatThrownBy(() -> new Contention(1, 0, -1)).hasMessage("crowding must be 0 or more, was -1.0");
        assertThatThrownBy(() -> Contention.none(1).saturation(1, 0)).hasMessage("limit must be at least 1, was 0");
    }
}
