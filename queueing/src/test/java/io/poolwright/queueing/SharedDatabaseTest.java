package io.poolwright.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SharedDatabaseTest {
    @Property
    void aPoolNoSmallerThanTheCoresChangesNothing(
            @ForAll @DoubleRange(min = .05, max = .95) double utilization,
            @ForAll @IntRange(min = 1, max = 16) int cores,
            @ForAll @IntRange(min = 0, max = 40) int more) {
        SharedDatabase database =
                SharedDatabase.behindPool(cores * utilization, 1, Contention.none(cores), cores + more);

        assertThat(database.meanTime()).isCloseTo(SharedCores.meanTime(cores * utilization, 1, cores), within(1e-9));
    }

    @Property
    void aPoolSmallerThanTheCoresIsTheNumberOfServers(
            @ForAll @DoubleRange(min = .05, max = .95) double utilization,
            @ForAll @IntRange(min = 1, max = 8) int connections) {
        double rate = connections * utilization;

        SharedDatabase database = SharedDatabase.behindPool(rate, 1, Contention.none(8), connections);

        assertThat(database.meanWait()).isCloseTo(ErlangC.meanWait(rate, connections, 1), within(1e-9));
        assertThat(database.meanInside()).isCloseTo(rate, within(1e-9));
    }

    @Test
    void turningAwayWithoutCoresToShareIsTheLossSystem() {
        SharedDatabase database = SharedDatabase.turningAway(9, 1, Contention.none(10), 10);

        assertThat(database.lost()).isCloseTo(ErlangB.blocking(9, 10), within(1e-12));
        assertThat(database.throughput()).isCloseTo(9 * (1 - database.lost()), within(1e-12));
        assertThat(database.meanTime()).isCloseTo(1, within(1e-12));
    }

    @Test
    void crowdingMakesALargerPoolSlower() {
        Contention contention = new Contention(8, 0, .0005);

        SharedDatabase small = SharedDatabase.behindPool(480, .015, contention, 12);
        SharedDatabase large = SharedDatabase.behindPool(480, .015, contention, 64);

        assertThat(large.meanTime()).isGreaterThan(small.meanTime() * 1.05);
    }

    @Test
    void aPoolThatDoesLessThanWhatComesHasNoEnd() {
        Contention contention = new Contention(8, 0, .0005); // 40 inside do 8/1.08 = 7.41 of 7.5

        SharedDatabase over = SharedDatabase.behindPool(500, .015, contention, 40);

        assertThat(over.meanTime()).isInfinite();
        assertThat(over.throughput()).isCloseTo(8 / 1.08 / .015, within(1e-9));
        assertThat(SharedDatabase.behindPool(500, .015, contention, 30).meanTime())
                .isFinite();
    }

    @Test
    void refusesAPoolOfNothing() {
        assertThatThrownBy(() -> SharedDatabase.behindPool(1, 1, Contention.none(1), 0))
                .hasMessage("limit must be at least 1, was 0");
    }
}
