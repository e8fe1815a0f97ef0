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
import org.junit.jupiter.params.provider.ValueSource;

class FiniteUsersTest {
    @Test
    void matchesTheReferenceValues() {
        FiniteUsers users = FiniteUsers.of(200, 400, 20, 8);

        assertThat(users.throughput()).isCloseTo(.399683, within(5e-7));
        assertThat(users.responseTime()).isCloseTo(100.397, within(5e-4));
        assertThat(users.busy()).isCloseTo(.399683 * 20, within(1e-5));
    }

    @Property
    void everyUserThinksOrIsInside(
            @ForAll @IntRange(min = 1, max = 300) int users,
            @ForAll @IntRange(min = 1, max = 40) int servers,
            @ForAll @DoubleRange(min = .1, max = 100) double think) {
        FiniteUsers station = FiniteUsers.of(users, think, 1, servers);

        assertThat(station.throughput() * (think + station.responseTime())).isCloseTo(users, within(1e-7));
        assertThat(station.throughput()).isLessThanOrEqualTo(servers + 1e-9);
    }

    @Test
    void withAServerForEachUserNobodyWaits() {
        assertThat(FiniteUsers.of(10, 5, 1, 10).meanWait()).isZero();
        assertThat(FiniteUsers.of(10, 5, 1, 9).meanWait()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, .5, .8})
    void manyThoughtfulUsersAreAStream(double utilization) {
        double rate = 4 * utilization;

        FiniteUsers station = FiniteUsers.of(200_000, 200_000 / rate, 1, 4);

        assertThat(station.meanWait()).isCloseTo(ErlangC.meanWait(rate, 4, 1), within(1e-3));
    }

    @Test
    void refusesUsersWhoNeverThink() {
        assertThatThrownBy(() -> FiniteUsers.of(1, 0, 1, 1)).hasMessage("thinkTime must be more than 0, was 0.0");
    }
}
