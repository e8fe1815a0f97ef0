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

class LimitedQueueTest {
    @ParameterizedTest(name = "lambda = {0}")
    @CsvSource({"9, .008772, .46242, 5e-6", "12, .168637, 1.53456, 5e-6"})
    void matchesTheReferenceValues(double rate, double loss, double wait, double digits) {
        LimitedQueue queue = LimitedQueue.of(rate, 1, 10, 30);

        assertThat(queue.loss()).isCloseTo(loss, within(5e-7));
        assertThat(queue.meanWait()).isCloseTo(wait, within(digits));
        assertThat(queue.throughput()).isCloseTo(rate * (1 - queue.loss()), within(1e-12));
        assertThat(queue.meanTime()).isCloseTo(queue.meanWait() + 1, within(1e-12));
    }

    @Property
    void withoutAQueueItIsTheLossSystem(
            @ForAll @DoubleRange(min = .1, max = 30) double load, @ForAll @IntRange(min = 1, max = 30) int servers) {
        LimitedQueue queue = LimitedQueue.of(load, 1, servers, servers);

        assertThat(queue.loss()).isCloseTo(ErlangB.blocking(load, servers), within(1e-12));
        assertThat(queue.meanWait()).isZero();
    }

    @Property
    void withALongQueueItIsTheStationWithoutALimit(
            @ForAll @DoubleRange(min = .1, max = .9) double utilization,
            @ForAll @IntRange(min = 1, max = 30) int servers) {
        LimitedQueue queue = LimitedQueue.of(servers * utilization, 1, servers, servers + 1000);

        assertThat(queue.meanWait()).isCloseTo(ErlangC.meanWait(servers * utilization, servers, 1), within(1e-9));
        assertThat(queue.loss()).isLessThan(1e-40);
    }

    @Property
    void losesMoreWithMoreLoadAndWaitsLongerWithMorePlaces(
            @ForAll @DoubleRange(min = 5, max = 30) double rate, @ForAll @IntRange(min = 0, max = 20) int queue) {
        LimitedQueue station = LimitedQueue.of(rate, 1, 10, 10 + queue);

        assertThat(LimitedQueue.of(rate * 1.05, 1, 10, 10 + queue).loss()).isGreaterThan(station.loss());
        assertThat(LimitedQueue.of(rate, 1, 10, 11 + queue).meanWait()).isGreaterThan(station.meanWait());
    }

    @Test
    void standsAnyLoad() {
        LimitedQueue queue = LimitedQueue.of(1e6, 1, 10, 100_000);

        assertThat(queue.throughput()).isCloseTo(10, within(1e-9));
        assertThat(queue.meanWait()).isCloseTo(9999, within(.1));
    }

    @Test
    void refusesFewerPlacesThanServers() {
        assertThatThrownBy(() -> LimitedQueue.of(1, 1, 10, 9))
                .hasMessage("places count the servers too: they must be at least the servers, 10, were 9");
    }
}
