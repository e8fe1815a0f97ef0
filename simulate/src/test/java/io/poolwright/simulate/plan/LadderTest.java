package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Constant;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Goal GOAL = new Goal(2, 99, 0.5, 0.99);
    /** Every query takes 100 ms, at most 300 ms on a database three times slower. */
    private static final StackModel MODEL = StackModel.empty()
            .with(CLIENT_RATE, 100)
            .with(CLIENT_TIMEOUT, 5)
            .with(POOL_SOCKET_TIMEOUT, 30)
            .with(POOL_QUERY_TIMEOUT, 10)
            .with(POOL_ACQUIRE_TIMEOUT, 1)
            .withDatabase(Constant.ZERO, new Constant(0.1));

    @Test
    void rungThatStandsRightStays() {
        assertThat(Ladder.of(MODEL, 500, GOAL, Set.of())).noneMatch(Recommendation::changes);
    }

    @Test
    void queryLimitIsLongerThanTheSlowestQueryOfASlowDatabase() {
        assertThat(rung(MODEL.with(POOL_QUERY_TIMEOUT, 0.31), POOL_QUERY_TIMEOUT)
                        .changes())
                .isFalse();

        Recommendation rung = rung(MODEL.with(POOL_QUERY_TIMEOUT, 0.29), POOL_QUERY_TIMEOUT);

        assertThat(rung.value()).isEqualTo(1);
        assertThat(rung.low()).isCloseTo(0.3, within(0.001));
    }

    @Test
    void socketTimeoutIsLongerThanTheQueryLimit() {
        assertThat(rung(MODEL.with(POOL_SOCKET_TIMEOUT, 10.1), POOL_SOCKET_TIMEOUT)
                        .changes())
                .isFalse();
        assertThat(rung(MODEL.with(POOL_SOCKET_TIMEOUT, 10), POOL_SOCKET_TIMEOUT)
                        .value())
                .isEqualTo(20);
        assertThat(rung(MODEL.with(POOL_SOCKET_TIMEOUT, Double.POSITIVE_INFINITY), POOL_SOCKET_TIMEOUT)
                        .value())
                .isEqualTo(20);
    }

    @Test
    void nobodyWaitsForAConnectionLongerThanTheAnswerCanStillBeInTime() {
        // 2 s, less a tenth, less 100 ms.
        assertThat(rung(MODEL.with(POOL_ACQUIRE_TIMEOUT, 1.69), POOL_ACQUIRE_TIMEOUT)
                        .changes())
                .isFalse();
        assertThat(rung(MODEL.with(POOL_ACQUIRE_TIMEOUT, 1.71), POOL_ACQUIRE_TIMEOUT)
                        .value())
                .isEqualTo(1.5);
    }

    @Test
    void balancerHasPlacesForChance() {
        // 1.3 x 100/s x 100 ms = 13 on their way, and 3 √13 + 1 more.
        StackModel balanced = MODEL.with(LB_QUEUE_TIMEOUT, 1).with(LB_QUEUE, 100);

        assertThat(rung(balanced.with(LB_MAXCONN, 25), LB_MAXCONN).changes()).isFalse();
        assertThat(rung(balanced.with(LB_MAXCONN, 24), LB_MAXCONN).value()).isEqualTo(38);
    }

    @Test
    void balancersQueueEndsBeforeTheClientLeaves() {
        StackModel balanced = MODEL.with(LB_MAXCONN, 50);

        assertThat(rung(balanced.with(LB_QUEUE_TIMEOUT, 4.3), LB_QUEUE_TIMEOUT).changes())
                .isFalse();
        assertThat(rung(balanced.with(LB_QUEUE_TIMEOUT, 4.5), LB_QUEUE_TIMEOUT).value())
                .isEqualTo(4);
        assertThat(rung(balanced.with(LB_QUEUE_TIMEOUT, 4).with(LB_QUEUE, 2000), LB_QUEUE)
                        .changes())
                .isFalse();
        assertThat(rung(balanced.with(LB_QUEUE_TIMEOUT, 4).with(LB_QUEUE, 2001), LB_QUEUE)
                        .value())
                .isEqualTo(2000);
    }

    @Test
    void withoutABalancerThereIsNoRungForIt() {
        assertThat(found(MODEL, LB_QUEUE_TIMEOUT, Set.of())).isEmpty();
    }

    @Test
    void nothingHangsOnAClientLimitThatNobodyKnows() {
        assertThat(found(MODEL.with(LB_MAXCONN, 50), LB_QUEUE_TIMEOUT, Set.of(CLIENT_TIMEOUT)))
                .isEmpty();
    }

    @Test
    void retriesThatDoNotFitGetABudget() {
        assertThat(found(MODEL.with(CLIENT_RETRIES, 4), CLIENT_BUDGET, Set.of()))
                .isEmpty();

        Recommendation rung = rung(MODEL.with(CLIENT_RETRIES, 5), CLIENT_BUDGET);

        assertThat(rung.value()).isEqualTo(0.2);
        assertThat(rung.high()).isEqualTo(4);
    }

    private static Recommendation rung(StackModel model, Parameter parameter) {
        return found(model, parameter, Set.of()).orElseThrow();
    }

    private static Optional<Recommendation> found(StackModel model, Parameter parameter, Set<Parameter> unknown) {
        return Ladder.of(model, 500, GOAL, unknown).stream()
                .filter(rung -> rung.parameter() == parameter)
                .findFirst();
    }
}
