package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.queueing.law.Capped;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Progress;
import io.poolwright.simulate.search.Trials;
import io.poolwright.simulate.search.Workers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Goal GOAL = new Goal(5, 99, 3, 0.99);
    /** Two instances, 60 requests/s that sleep 0.1 s on average: 3.1 connections of each pool. */
    private static final StackModel SHOP = StackModel.empty()
            .with(CLIENT_RATE, 60)
            .with(LB_MAXCONN, 50)
            .with(APP_INSTANCES, 2)
            .with(POOL_MAX, 20)
            .with(POOL_ACQUIRE_TIMEOUT, 3)
            .with(POOL_SOCKET_TIMEOUT, 30)
            .with(DB_CONNECTIONS, 57)
            .withDatabase(Constant.ZERO, new Capped(new Lognormal(Math.log(0.05), 1.2), 6));

    private static final Plan TIGHT = plan(SHOP.with(POOL_MAX, 2));

    @Test
    void recommendsTheSmallestPoolOnThePlateau() {
        Plan plan = TIGHT;

        assertThat(plan.kind()).isEqualTo(Plan.Kind.RECOMMENDED);
        Recommendation pool = recommended(plan, "pool.max");
        assertThat(pool.present()).isEqualTo(2);
        // Little asks for 3.1; the tail of the hold time for about twice that.
        assertThat(pool.value()).isBetween(6.0, 12.0);
        assertThat(pool.low()).isBetween(4.0, pool.value());
        assertThat(pool.high()).isGreaterThanOrEqualTo(20);
        assertThat(plan.predictedBefore().orElseThrow().goodShare().mean()).isLessThan(0.5);
        assertThat(plan.predictedAfter().orElseThrow().meets()).isTrue();
        assertThat(plan.binding().orElseThrow().id()).isEqualTo("pool");
        assertThat(plan.measureNext()).isEmpty();
        assertThat(plan.notes())
                .contains(
                        "nothing says how sure the model is: the intervals hold chance only, not what was taken for granted");
    }

    @Test
    void changesAreMadeOneAtATimeEachOfThemSafeAndWithAWayBack() {
        Plan plan = TIGHT;

        assertThat(plan.steps()).first().extracting(PlanStep::said).asString().startsWith("pool.max 2 → ");
        assertThat(plan.steps()).allMatch(PlanStep::safe);
        assertThat(plan.steps()).extracting(PlanStep::parameter).doesNotHaveDuplicates();
        assertThat(plan.steps()).hasSameSizeAs(plan.changes());
        assertThat(plan.steps().get(0).rollback())
                .extracting(Rollback::metric)
                .contains("db.client.connection.timeouts (a second)", "pg_stat_activity_count (all states)");
        assertThat(plan.steps().get(0).rollback().get(0).said())
                .isEqualTo(
                        "take it back when http.server.request.duration (share of answers with status 5xx) stays above 1 % for 120 s");
    }

    @Test
    void loadAboveEveryCapacityHasNoPoolSize() {
        StackModel overloaded =
                SHOP.withDatabase(new Exponential(0.067), Constant.ZERO).with(DB_CORES, 2);

        Plan plan = plan(overloaded);

        assertThat(plan.kind()).isEqualTo(Plan.Kind.NO_SIZE_HOLDS);
        assertThat(plan.abstained()).isFalse();
        assertThat(plan.reasons())
                .singleElement()
                .asString()
                .startsWith("no pool size holds this load of 60/s: the best pool size, ")
                .contains("λ_max = ");
        assertThat(plan.binding().orElseThrow().id()).isEqualTo("database-cores");
        assertThat(plan.before().orElseThrow().slo().rate().orElseThrow().high())
                .isLessThan(35);
        assertThat(plan.recommended()).isEmpty();
    }

    @Test
    void databaseWithTooFewSlotsHasNoPoolSizeEither() {
        Plan plan = plan(SHOP.with(DB_CONNECTIONS, 6));

        assertThat(plan.kind()).isEqualTo(Plan.Kind.NO_SIZE_HOLDS);
        assertThat(plan.reasons())
                .singleElement()
                .asString()
                .contains("at least 4 connections for each instance are needed")
                .contains("at most 3 are possible (the database has 6 connections left for 2 instances)");
    }

    @Test
    void withoutARateThereIsNoPlan() {
        Plan plan = plan(SHOP.with(CLIENT_RATE, 0));

        assertThat(plan.abstained()).isTrue();
        assertThat(plan.reasons()).containsExactly("client.rate is not known: how many requests a second must be held");
        assertThat(plan.measureNext()).singleElement().asString().contains("--rate");
        assertThat(plan.recommended()).isEmpty();
    }

    @Test
    void withoutAHoldTimeThereIsNoPlan() {
        Plan plan = plan(SHOP.withDatabase(Constant.ZERO, Constant.ZERO));

        assertThat(plan.abstained()).isTrue();
        assertThat(plan.reasons()).containsExactly("the time that a request holds a connection is not known");
    }

    @Test
    void withoutSomethingEssentialThereIsNoPlan() {
        Unknown tail =
                new Unknown("the tail of the hold time", "only 20 looks had a histogram", "record ten minutes", true);

        Plan plan = plan(new Basis(SHOP, List.of(), List.of(tail)));

        assertThat(plan.abstained()).isTrue();
        assertThat(plan.reasons())
                .containsExactly("the tail of the hold time is not known: only 20 looks had a histogram");
        assertThat(plan.measureNext()).containsExactly("record ten minutes");
    }

    @Test
    void unknownThatMattersIsNotGuessed() {
        // All of the hold time is processor time: with few processors statements get in each other's way.
        StackModel busy = SHOP.withDatabase(Lognormal.of(0.1, 1), Constant.ZERO).with(DB_BETA, 0.05);
        Unknown cores = new Unknown("db.cores", "nobody declared them", "declare the database's processors", false);

        Plan plan = plan(new Basis(busy, List.of(), List.of(cores)));

        assertThat(plan.abstained()).isTrue();
        assertThat(plan.reasons())
                .singleElement()
                .asString()
                .startsWith("db.cores is not known: nobody declared them, and it matters: with db.cores 7 a pool of ");
        assertThat(plan.measureNext()).containsExactly("declare the database's processors");
    }

    @Test
    void unknownThatDoesNotMatterIsMentioned() {
        Unknown cores = new Unknown("db.cores", "nobody declared them", "declare the database's processors", false);

        Plan plan = plan(new Basis(SHOP, List.of(), List.of(cores)));

        assertThat(plan.kind()).isEqualTo(Plan.Kind.RECOMMENDED);
        assertThat(plan.notes())
                .contains(
                        "db.cores is not known: nobody declared them; the recommendation does not hang on it, as far as it was tried");
    }

    @Test
    void cloudWidensThePredictionAndIsAnswerable() {
        List<StackModel> cloud = List.of(
                SHOP.with(CLIENT_RATE, 50),
                SHOP.with(CLIENT_RATE, 55),
                SHOP.with(CLIENT_RATE, 65),
                SHOP.with(CLIENT_RATE, 70));

        Plan plan = plan(new Basis(SHOP, cloud, List.of()));

        assertThat(plan.kind()).isEqualTo(Plan.Kind.RECOMMENDED);
        assertThat(plan.predictedAfter().orElseThrow().offered().low()).isLessThan(50);
        assertThat(plan.predictedAfter().orElseThrow().offered().high()).isGreaterThan(70);
    }

    @Test
    void stoppedPlanSaysHowFarItCame() {
        AtomicInteger left = new AtomicInteger(30);
        Conduct conduct = new Conduct(Workers.sequential(), Progress.SILENT, () -> left.getAndDecrement() > 0);

        Plan plan = new Planner(GOAL, 1, false)
                .of(new Basis(SHOP, List.of(), List.of()), new Trials(Machine.STACK, conduct));

        assertThat(plan.partial().orElseThrow()).startsWith("partial: 30 of ");
    }

    @Test
    void samePlanFromTheSameSeed() {
        assertThat(plan(SHOP.with(POOL_MAX, 2)).recommended()).isEqualTo(TIGHT.recommended());
    }

    private static Recommendation recommended(Plan plan, String id) {
        return plan.recommended().stream()
                .filter(one -> one.parameter().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(StackModel model) {
        return plan(new Basis(model, List.of(), List.of()));
    }

    private static Plan plan(Basis basis) {
        return new Planner(GOAL, 1, false).of(basis, new Trials(Machine.STACK, Conduct.PLAIN));
    }
}
