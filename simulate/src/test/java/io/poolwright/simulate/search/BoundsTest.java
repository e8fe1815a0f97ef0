package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.scenarios.Scenarios;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final StackModel SLEEPY =
            StackModel.empty().with(CLIENT_RATE, 100).withDatabase(Constant.ZERO, new Constant(0.02));

    @Test
    void smallestBoundBinds() {
        Bounds bounds = Bounds.of(SLEEPY.with(POOL_MAX, 4).with(APP_INSTANCES, 2));

        assertThat(bounds.binding().orElseThrow())
                .isEqualTo(new Bound(
                        "pool", 400, "2 x 4 pooled connections, each taken for 20 ms: at most 400 requests/s"));
        assertThat(bounds.capacity()).isEqualTo(400);
    }

    @Test
    void balancerBindsWhenItLetsThroughFewerThanThePoolHolds() {
        Bounds bounds = Bounds.of(SLEEPY.with(POOL_MAX, 10).with(LB_MAXCONN, 6).with(APP_BEFORE, 0.01));

        assertThat(bounds.binding().orElseThrow().id()).isEqualTo("balancer-slots");
        assertThat(bounds.capacity()).isCloseTo(200, within(1e-9));
    }

    @Test
    void processorsOfTheBaseStackCarryFiveHundredAndThirtyThree() {
        StackModel base = Scenarios.all().get(0).sound();

        assertThat(Bounds.of(base).capacity()).isCloseTo(8 / 0.015, within(1e-6));
        assertThat(Bounds.retries(base).orElseThrow().rate()).isCloseTo(8 / 0.015 / 4, within(1e-6));
        assertThat(Bounds.retries(base.with(CLIENT_BUDGET, 0.1)).orElseThrow().rate())
                .isCloseTo(8 / 0.015 / 1.1, within(1e-6));
    }

    @Test
    void whoeverDoesNotRetryHasNoBoundForIt() {
        assertThat(Bounds.retries(SLEEPY)).isEmpty();
    }

    @Test
    void contentionLowersWhatTheProcessorsCarry() {
        StackModel busy = SLEEPY.withDatabase(Lognormal.of(0.01, 1), Constant.ZERO)
                .with(DB_CORES, 2)
                .with(POOL_MAX, 10)
                .with(DB_ALPHA, 0.1);

        // φ(2) = 2 / 1.1, and more statements only lower it.
        assertThat(Bounds.of(busy).capacity()).isCloseTo(2 / 1.1 / 0.01, within(1e-6));
    }

    @Test
    void rowThatHalfOfTheCallsLockServesOneAtATime() {
        assertThat(Bounds.of(SLEEPY.with(DB_LOCK, 0.5)).binding().orElseThrow().rate())
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void otherUsersOfTheDatabaseTakeTheirSlots() {
        Bounds bounds = Bounds.of(SLEEPY.with(DB_CONNECTIONS, 10).with(DB_OTHERS, 8));

        assertThat(bounds.binding().orElseThrow().id()).isEqualTo("database-connections");
        assertThat(bounds.capacity()).isEqualTo(100);
    }

    @Test
    void requestsThatHoldTwoMayLockEachOtherOut() {
        StackModel nested = SLEEPY.with(APP_NESTED, 2).with(APP_WORKERS, 10);

        assertThat(Bounds.of(nested.with(POOL_MAX, 10)).all())
                .extracting(Bound::id)
                .contains("deadlock");
        assertThat(Bounds.of(nested.with(POOL_MAX, 11)).all())
                .extracting(Bound::id)
                .doesNotContain("deadlock");
    }

    @Test
    void nothingBindsWhereNothingIsNeeded() {
        assertThat(Bounds.of(StackModel.empty()).binding()).isEmpty();
        assertThat(Bounds.of(StackModel.empty()).capacity()).isInfinite();
    }
}
