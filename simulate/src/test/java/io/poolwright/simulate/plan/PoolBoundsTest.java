package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.queueing.law.Constant;
import io.poolwright.simulate.StackModel;
import org.junit.jupiter.api.Test;

class PoolBoundsTest {
    private static final StackModel MODEL = StackModel.empty()
            .with(CLIENT_RATE, 100)
            .with(APP_WORKERS, 30)
            .withDatabase(Constant.ZERO, new Constant(0.1));

    @Test
    void fewestIsWhatTheLoadHoldsOnAverage() {
        assertThat(PoolBounds.of(MODEL).low()).isEqualTo(10);
        assertThat(PoolBounds.of(MODEL.with(CLIENT_RATE, 101)).low()).isEqualTo(11);
        assertThat(PoolBounds.of(MODEL.with(APP_INSTANCES, 2)).low()).isEqualTo(5);
    }

    @Test
    void mostIsWhatTheWorkersCanUseOrTheDatabaseHasLeft() {
        assertThat(PoolBounds.of(MODEL).high()).isEqualTo(30);
        assertThat(PoolBounds.of(MODEL).highSaid()).isEqualTo("30 workers have no use for more");
        assertThat(PoolBounds.of(MODEL.with(DB_CONNECTIONS, 25)
                                .with(DB_OTHERS, 4)
                                .with(APP_INSTANCES, 2))
                        .high())
                .isEqualTo(10);
    }

    @Test
    void zombiesTakeSlotsToo() {
        // 100/s that each work on for 50 ms after their driver has left: 5.
        assertThat(PoolBounds.of(MODEL.with(DB_CONNECTIONS, 25).with(POOL_SOCKET_TIMEOUT, 0.05))
                        .high())
                .isEqualTo(20);
    }

    @Test
    void requestsThatHoldTwoNeedOneMoreThanTheirNumber() {
        assertThat(PoolBounds.of(MODEL.with(APP_NESTED, 2)).low()).isEqualTo(31);
    }

    @Test
    void impossibleWhenMoreAreNeededThanThereAre() {
        assertThat(PoolBounds.of(MODEL.with(DB_CONNECTIONS, 10)).possible()).isTrue();
        assertThat(PoolBounds.of(MODEL.with(DB_CONNECTIONS, 9)).possible()).isFalse();
    }
}
