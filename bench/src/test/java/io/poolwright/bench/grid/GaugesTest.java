package io.poolwright.bench.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.ClientBackends;
import io.poolwright.model.PoolSample;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Signal;
import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaugesTest {

    @Test
    void zombiesAreTheSessionsThatNoPoolKnows() {
        Gauges gauges = gauges(
                StackSeries.of(2, Second.healthy()).then(2, Second.healthy().with(Second.SHOP_1, Signal.BACKENDS, 26)));

        assertThat(gauges.zombies()).hasValue(3);
        assertThat(gauges.backends(ClientBackends::total)).hasValue(43);
    }

    @Test
    void aLookWithASilentPoolDoesNotCount() {
        Gauges gauges = gauges(StackSeries.of(3, Second.healthy())
                .then(1, Second.healthy().with(Signal.TOTAL, 5).without(Source.POOL_1)));

        assertThat(gauges.perPool(PoolSample::total)).hasValue(20);
        assertThat(gauges.zombies()).hasValue(0);
        assertThat(gauges.looks()).isEqualTo(4);
    }

    @Test
    void whatNobodyToldIsEmptyAndNotZero() {
        Gauges gauges = gauges(StackSeries.of(3, Second.healthy().without(Source.DATABASE)));

        assertThat(gauges.zombies()).isEmpty();
        assertThat(gauges.backends(ClientBackends::active)).isEmpty();
        assertThat(new Gauges(List.of()).grown(PoolSample::timeouts)).isEmpty();
        assertThat(new Gauges(List.of()).millis(PoolSample::useTime)).isEmpty();
    }

    @Test
    void aCounterIsReadFromTheLooksThatShowIt() {
        Second growing = Second.healthy().with(Signal.TIMEOUTS, 3);
        Gauges gauges = gauges(
                StackSeries.of(1, growing.without(Source.POOL)).then(3, growing).then(1, growing.without(Source.POOL)));

        assertThat(gauges.grown(PoolSample::timeouts)).hasValue(2 * 2 * 3);
    }

    @Test
    void countersGrowFromTheFirstLookToTheLast() {
        Gauges gauges = gauges(StackSeries.of(5, Second.healthy().with(Signal.TIMEOUTS, 3)));

        assertThat(gauges.grown(PoolSample::timeouts)).hasValue(2 * 4 * 3);
        assertThat(gauges.millis(PoolSample::useTime).orElseThrow()).isCloseTo(36, within(0.01));
    }

    private static Gauges gauges(StackSeries series) {
        return new Gauges(series.ticks());
    }
}
