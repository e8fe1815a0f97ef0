package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds in every stack, however it is set and whatever changes meanwhile. */
class AnyStackTest {
    private static final Setup TEN_SECONDS = new Setup(0, 10, 7, 0.5);

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void nothingIsLostAndNoLimitIsPassed(@ForAll long seed) {
        StackModel model = anyStack(new Random(seed));

        Run run = StackRun.withSeconds(model, TEN_SECONDS.withSeed(seed));

        Window.Customers customers = run.total().customers();
        assertThat(customers.good() + customers.late() + customers.failures() + customers.inFlight())
                .isEqualTo(customers.offered());
        assertThat(customers.latency().count()).isEqualTo(customers.good() + customers.late());
        assertThat(customers.attempts()).isGreaterThanOrEqualTo(customers.offered());
        double instances = most(model, APP_INSTANCES);
        double slots = model.get(DB_CONNECTIONS);
        for (Window second : run.seconds()) {
            assertThat(second.pool().used()).isBetween(-1e-6, instances * most(model, POOL_MAX) + 1e-6);
            assertThat(second.pool().used()).isLessThanOrEqualTo(second.pool().total() + 1e-6);
            assertThat(second.database().backends()).isBetween(-1e-6, slots + 1e-6);
            assertThat(second.database().zombies())
                    .isBetween(-1e-6, second.database().active() + 1e-6);
            assertThat(second.balancer().inService()).isGreaterThanOrEqualTo(-1e-6);
            assertThat(second.application().busy()).isBetween(-1e-6, instances * most(model, APP_WORKERS) + 1e-6);
            assertThat(second.database().cpu()).isGreaterThanOrEqualTo(-1e-9);
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void theSameSeedGivesTheSameRun(@ForAll long seed) {
        StackModel model = anyStack(new Random(seed));

        Run once = StackRun.total(model, TEN_SECONDS.withSeed(seed));
        Run again = StackRun.total(model, TEN_SECONDS.withSeed(seed));

        assertThat(again.events()).isEqualTo(once.events());
        assertThat(again.total().database()).isEqualTo(once.total().database());
        assertThat(again.total().customers().attempts())
                .isEqualTo(once.total().customers().attempts());
        assertThat(again.total().customers().latency().mean())
                .isEqualTo(once.total().customers().latency().mean());
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void lookingAtEachSecondChangesNothing(@ForAll long seed) {
        StackModel model = anyStack(new Random(seed));

        Run looked = StackRun.withSeconds(model, TEN_SECONDS.withSeed(seed));
        Run whole = StackRun.total(model, TEN_SECONDS.withSeed(seed));

        assertThat(looked.total().customers().good())
                .isEqualTo(whole.total().customers().good());
        assertThat(looked.total().customers().failed())
                .isEqualTo(whole.total().customers().failed());
        assertThat(looked.seconds().stream()
                        .mapToLong(second -> second.customers().offered())
                        .sum())
                .isEqualTo(whole.total().customers().offered());
    }

    private static double most(StackModel model, Parameter parameter) {
        return model.steps().stream()
                .filter(step -> step.parameter() == parameter)
                .mapToDouble(step -> step.value())
                .reduce(model.get(parameter), Math::max);
    }

    /** Anything that a stack may be, with limits tight enough to matter. */
    private static StackModel anyStack(Random random) {
        StackModel model = StackModel.empty()
                .with(CLIENT_RATE, 20 + random.nextInt(200))
                .with(CLIENT_TIMEOUT, one(random, 0.05, 0.3, 2, 10))
                .with(CLIENT_RETRIES, random.nextInt(4))
                .with(CLIENT_BACKOFF, one(random, 0, 0.01, 0.2))
                .with(CLIENT_BUDGET, one(random, Double.POSITIVE_INFINITY, 0.1))
                .with(CLIENT_CANCEL, random.nextInt(2))
                .with(CLIENT_EVEN, random.nextInt(2))
                .with(CLIENT_REDRAW, random.nextInt(2))
                .with(LB_MAXCONN, one(random, Double.POSITIVE_INFINITY, 2, 10, 50))
                .with(LB_QUEUE, one(random, Double.POSITIVE_INFINITY, 0, 20))
                .with(LB_QUEUE_TIMEOUT, one(random, Double.POSITIVE_INFINITY, 0.1, 1))
                .with(LB_SERVER_TIMEOUT, one(random, Double.POSITIVE_INFINITY, 0.1, 1))
                .with(LB_POLICY, random.nextInt(3))
                .with(LB_ABORT, random.nextInt(2))
                .with(LB_CHECK, one(random, 0, 1))
                .with(APP_INSTANCES, 1 + random.nextInt(3))
                .with(APP_WORKERS, one(random, 1, 5, 200))
                .with(APP_ACCEPT, one(random, Double.POSITIVE_INFINITY, 0, 10))
                .with(APP_CORES, one(random, Double.POSITIVE_INFINITY, 1, 2.5))
                .with(APP_BEFORE, one(random, 0, 0.001))
                .with(APP_AFTER, one(random, 0, 0.002))
                .with(APP_CALLS, 1 + random.nextInt(3))
                .with(APP_HOLD, random.nextInt(2))
                .with(APP_LEAK, one(random, 0, 0, 0.01))
                .with(APP_RETRIES, random.nextInt(3))
                .with(APP_DEADLINE, one(random, Double.POSITIVE_INFINITY, 0.2))
                .with(APP_ORDER, random.nextInt(2))
                .with(POOL_MAX, 2 + random.nextInt(20))
                .with(APP_NESTED, 1 + random.nextInt(2))
                .with(POOL_ACQUIRE_TIMEOUT, one(random, 0.05, 1, 30))
                .with(POOL_MIN_IDLE, one(random, Double.POSITIVE_INFINITY, 0, 3))
                .with(POOL_IDLE_TIMEOUT, one(random, 0.1, 1))
                .with(APP_THINK, one(random, 0, 0, 0.002))
                .with(POOL_VALIDATION, one(random, 0, 0.001))
                .with(POOL_SOCKET_TIMEOUT, one(random, Double.POSITIVE_INFINITY, 0.02, 0.5))
                .with(POOL_QUERY_TIMEOUT, one(random, Double.POSITIVE_INFINITY, 0.03, 0.4))
                .with(POOL_MAX_LIFETIME, one(random, 1800, 0.1, 2))
                .with(POOL_CREATE_LATENCY, one(random, 0, 0.005))
                .with(POOL_CREATE_CONCURRENCY, one(random, 1, 5))
                .with(DB_CONNECTIONS, 5 + random.nextInt(60))
                .with(DB_OTHERS, random.nextInt(5))
                .with(DB_CORES, one(random, Double.POSITIVE_INFINITY, 1, 4))
                .with(DB_BETA, one(random, 0, 0.001))
                .with(DB_LOCK, one(random, 0, 0, 0.3))
                .with(DB_NOTICE, one(random, Double.POSITIVE_INFINITY, 0.1))
                .withDatabase(law(random), law(random));
        return model.during(DB_SLOW, 3, 2, 2)
                .during(POOL_MAX, 2 + random.nextInt(30), 3, 3)
                .during(APP_INSTANCES, 1 + random.nextInt(4), 4, 3)
                .during(APP_DOWN, random.nextInt(2), 5, 1)
                .during(CLIENT_RATE, random.nextInt(300), 6, 1)
                .during(LB_MAXCONN, 1 + random.nextInt(20), 7, 1)
                .during(POOL_SOCKET_TIMEOUT, one(random, 0.05, 1), 8, 1);
    }

    private static Law law(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Constant.ZERO;
            case 1 -> new Constant(0.004);
            case 2 -> new Exponential(0.01);
            default -> Lognormal.of(0.02, 1.5);
        };
    }

    private static double one(Random random, double... values) {
        return values[random.nextInt(values.length)];
    }
}
