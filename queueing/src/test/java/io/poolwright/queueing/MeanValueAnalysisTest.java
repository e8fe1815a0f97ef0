package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanValueAnalysisTest {
    @ParameterizedTest(name = "{0} users")
    @CsvSource({"50, .044583, 121.4973, 5e-5", "100, .050000, 1000.0, .05"})
    void matchesTheReferenceValues(int users, double throughput, double response, double digits) {
        MeanValueAnalysis network = MeanValueAnalysis.of(users, 1000, 5, 20);

        assertThat(network.throughput()).isCloseTo(throughput, within(5e-7));
        assertThat(network.responseTime()).isCloseTo(response, within(digits));
    }

    @Property
    void everyUserIsSomewhere(
            @ForAll @IntRange(min = 1, max = 200) int users, @ForAll @DoubleRange(min = 0, max = 100) double think) {
        MeanValueAnalysis network = MeanValueAnalysis.of(users, think, 1, 2, 3);

        double inside =
                network.populations().stream().mapToDouble(Double::doubleValue).sum();

        assertThat(inside + network.throughput() * think).isCloseTo(users, within(1e-9));
        assertThat(network.throughput()).isLessThanOrEqualTo(1 / 3.0 + 1e-12);
    }

    @Property
    void oneStationIsOneServerForFiniteUsers(
            @ForAll @IntRange(min = 1, max = 100) int users, @ForAll @DoubleRange(min = 1, max = 100) double think) {
        assertThat(MeanValueAnalysis.of(users, think, 1).throughput())
                .isCloseTo(FiniteUsers.of(users, think, 1, 1).throughput(), within(1e-9));
    }

    @Test
    void refusesANetworkOfNothing() {
        assertThatThrownBy(() -> MeanValueAnalysis.of(1, 1)).hasMessage("no stations: give the demand of at least one");
        assertThatThrownBy(() -> MeanValueAnalysis.of(1, 1, 5, 0))
                .hasMessage("demand of station 2 must be more than 0, was 0.0");
        assertThatThrownBy(() -> MeanValueAnalysis.of(0, 1, 5)).hasMessage("users must be at least 1, was 0");
    }
}
