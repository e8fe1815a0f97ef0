package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetSlotsTest {
    private static final Reading DATABASE = Reading.of(new PoolId("shop", "", Tier.DATABASE, "db-1"))
            .set(Signal.MAX, 97)
            .build();

    private static Reading.Builder pool(int instance) {
        return Reading.of(new PoolId("shop", "a:" + instance, Tier.POOL, "orders"));
    }

    private static List<Reading> pools(int count, double max) {
        return IntStream.range(0, count)
                .mapToObj(i -> pool(i).set(Signal.MAX, max)
                        .set(Signal.USED, 4)
                        .set(Signal.IDLE, 6)
                        .build())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 97, true", "1, 98, false", "9, 10, true", "10, 10, false"})
    void allPoolsFullMustFit(int instances, double max, boolean fits) {
        assertThat(FleetSlots.fit(pools(instances, max), DATABASE).orElseThrow().fits())
                .isEqualTo(fits);
    }

    @Test
    void saysHowManyTooMany() {
        assertThat(FleetSlots.fit(pools(6, 20), DATABASE).orElseThrow().text())
                .isEqualTo(
                        "6 pools may open 120 connections together, db-1 has 97 slots: 23 too many, and the last to ask get none");
        assertThat(FleetSlots.fit(pools(4, 20), DATABASE).orElseThrow().text())
                .isEqualTo(
                        "4 pools may open 80 connections together, db-1 has 97 slots: 17 are left for one more instance or an"
                                + " update");
    }

    @Test
    void onePoolWithoutALimitMakesTheSumUnknown() {
        List<Reading> pools = List.of(pool(1).set(Signal.MAX, 10).build(), pool(2).build());

        assertThat(FleetSlots.fit(pools, DATABASE)).isEmpty();
        assertThat(FleetSlots.fit(pools(2, 10), pool(3).build())).isEmpty();
        assertThat(FleetSlots.fit(List.of(), DATABASE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"22, false", "23, true", "18, false", "17, true", "20, false"})
    void threeConnectionsMoreOrLessDiffer(double held, boolean differs) {
        assertThat(FleetSlots.residual(pools(2, 10), held).orElseThrow().differs())
                .isEqualTo(differs);
    }

    @Test
    void saysWhatTheDifferenceIs() {
        assertThat(FleetSlots.residual(pools(2, 10), 35).orElseThrow().text())
                .isEqualTo(
                        "the database holds 35 connections, the pools know of 20: it works for clients that have given up");
        assertThat(FleetSlots.residual(pools(2, 10), 12).orElseThrow().text())
                .isEqualTo(
                        "the database holds 12 connections, the pools know of 20: the next callers to borrow those that it has"
                                + " ended will fail");
    }

    @Test
    void anUnknownPoolMakesTheDifferenceUnknown() {
        assertThat(FleetSlots.residual(List.of(pool(1).set(Signal.USED, 3).build()), 10))
                .isEmpty();
        assertThat(FleetSlots.residual(pools(2, 10), Double.NaN)).isEmpty();
    }
}
