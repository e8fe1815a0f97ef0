package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class UniversalScalabilityTest {
    @Property
    void noNumberDoesMoreThanThePeak(
            @ForAll @DoubleRange(min = 0, max = 1) double contention,
            @ForAll @DoubleRange(min = 0, max = .1) double coherency,
            @ForAll @DoubleRange(min = 1, max = 1000) double number) {
        UniversalScalability law = new UniversalScalability(50, contention, coherency);

        assertThat(law.throughput(number)).isLessThanOrEqualTo(law.most() + 1e-9);
        assertThat(law.throughput(1)).isCloseTo(50, within(1e-9));
    }

    @Test
    void peaksWhereTheLawSays() {
        UniversalScalability law = new UniversalScalability(100, .02, .0005);

        assertThat(law.peak()).isCloseTo(Math.sqrt(.98 / .0005), within(1e-12));
        assertThat(law.throughput(law.peak() * .9)).isLessThan(law.most());
        assertThat(law.throughput(law.peak() * 1.1)).isLessThan(law.most());
    }

    @Test
    void withoutCoherencyThePeakIsNeverReached() {
        assertThat(new UniversalScalability(100, .02, 0).peak()).isInfinite();
        assertThat(new UniversalScalability(100, .02, 0).most()).isEqualTo(5000);
        assertThat(new UniversalScalability(100, 0, 0).most()).isInfinite();
        assertThat(new UniversalScalability(100, 1, 0).peak()).isEqualTo(1);
        assertThat(new UniversalScalability(100, 1, 0).throughput(0)).isZero();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new UniversalScalability(0, 0, 0)).hasMessage("single must be more than 0, was 0.0");
        assertThatThrownBy(() -> new UniversalScalability(1, 0, 0).throughput(-1))
                .hasMessage("number must be 0 or more, was -1.0");
    }
}
