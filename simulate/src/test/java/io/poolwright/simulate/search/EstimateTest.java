package io.poolwright.simulate.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void intervalOfAMeanIsStudents() {
        Estimate estimate = Estimate.of(10, 12, 14);

        // s = 2, SE = 2/√3, t with 2 degrees of freedom = 4.303.
        assertThat(estimate.mean()).isEqualTo(12);
        assertThat(estimate.low()).isCloseTo(12 - 4.303 * 2 / Math.sqrt(3), within(1e-9));
        assertThat(estimate.high()).isCloseTo(12 + 4.303 * 2 / Math.sqrt(3), within(1e-9));
    }

    @Test
    void oneMoreObservationMayLieFurtherAwayThanTheMean() {
        Estimate next = Estimate.next(10, 12, 14);

        assertThat(next.high() - next.mean()).isCloseTo(4.303 * 2 * Math.sqrt(1 + 1.0 / 3), within(1e-9));
    }

    @Test
    void singleObservationSaysNothingOfTheSpread() {
        assertThat(Estimate.of(5)).isEqualTo(new Estimate(5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(Estimate.of(5).bounded()).isFalse();
        assertThat(Estimate.next(5).bounded()).isFalse();
    }

    @Test
    void noObservationIsNoEstimate() {
        assertThatThrownBy(Estimate::of).hasMessage("an estimate needs at least one value");
    }

    @Test
    void shareStaysAShare() {
        Estimate share = Estimate.of(1, 1, 0.97).within(0, 1);

        assertThat(share.high()).isEqualTo(1);
        assertThat(share.low()).isLessThan(0.97);
    }

    @Test
    void quantilesOfStudentFallToTheNormalOne() {
        assertThat(StudentT.quantile(1)).isEqualTo(12.706);
        assertThat(StudentT.quantile(30)).isEqualTo(2.042);
        // Tables: 2.021 for 40, 1.984 for 100.
        assertThat(StudentT.quantile(40)).isCloseTo(2.021, within(0.002));
        assertThat(StudentT.quantile(100)).isCloseTo(1.984, within(0.001));
        assertThatThrownBy(() -> StudentT.quantile(0)).hasMessage("degrees of freedom must be at least 1, was 0");
    }
}
