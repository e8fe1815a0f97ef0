package io.poolwright.simulate.scenarios;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shape of three known outages: what they look like, what brings the stack back and what does not.
 *
 * <p>Of each setting the values next to the line are tried here, with one seed; all values with three in {@link WholeGridTest}.
 */
class ScenariosTest {
    private static final Scenario SHORT = Scenarios.named("timeout-too-short").orElseThrow();
    private static final Scenario LIMIT = Scenarios.named("balancer-limit").orElseThrow();
    private static final Scenario STORM = Scenarios.named("retry-storm").orElseThrow();

    @Test
    void stackIsSoundBeforeAnythingHappens() {
        Window window = run(SHORT.sound());

        assertThat(window.customers().goodShare()).isGreaterThan(0.999);
        assertThat(window.customers().latency().percentile(50).orElseThrow()).isBetween(0.012, 0.0145);
        assertThat(window.customers().latency().percentile(99).orElseThrow()).isBetween(0.075, 0.11);
        assertThat(window.database().cpu() / 8).isBetween(0.72, 0.78);
    }

    @Test
    void timeoutTooShortLeavesZombiesThatKeepTheDatabaseBusy() {
        Window window = run(SHORT.model());

        assertThat(window.customers().goodShare()).isLessThan(0.01);
        assertThat(window.customers().amplification()).isGreaterThan(3.8);
        assertThat(window.database().zombies()).isBetween(5.0, 25.0);
        assertThat(window.database().backends()).isGreaterThan(25);
        assertThat(window.pool().created() / window.seconds()).isBetween(120.0, 180.0);
        assertThat(window.database().wasted()).isGreaterThan(0.7);
    }

    @Test
    void timeoutTooShortIsMendedByALongerOneOrLessAtOnce() {
        assertThat(restoring(SHORT, POOL_SOCKET_TIMEOUT, 0.05, 0.06, 0.1, 0.2)).containsExactly(0.1, 0.2);
        assertThat(restoring(SHORT, POOL_MAX, 8, 12, 16, 32)).containsExactly(8.0, 12.0);
        assertThat(restoring(SHORT, LB_MAXCONN, 10, 20, 800)).containsExactly(10.0);
        assertThat(restoring(SHORT, DB_CORES, 10)).containsExactly(10.0);
    }

    @Test
    void timeoutTooShortIsNotMendedByMoreOfAnythingElse() {
        assertThat(restoring(SHORT, APP_WORKERS, 400)).isEmpty();
        assertThat(restoring(SHORT, APP_INSTANCES, 2)).isEmpty();
        assertThat(restoring(SHORT, CLIENT_RETRIES, 0)).isEmpty();
        assertThat(restoring(SHORT, POOL_ACQUIRE_TIMEOUT, 2)).isEmpty();
    }

    @Test
    void balancerLimitStarvesADatabaseThatCouldDoMore() {
        Window window = run(LIMIT.model());

        assertThat(window.customers().goodShare()).isLessThan(0.01);
        assertThat(window.balancer().queue()).isGreaterThan(2000);
        assertThat(window.database().zombies()).isZero();
        assertThat(window.pool().used()).isLessThan(6.01);
        assertThat(window.pool().pending()).isZero();
    }

    @Test
    void balancerLimitIsMendedByTwoMorePlacesAndNothingElse() {
        assertThat(restoring(LIMIT, LB_MAXCONN, 8, 10)).containsExactly(8.0, 10.0);
        assertThat(restoring(LIMIT, DB_CORES, 24)).isEmpty();
        assertThat(restoring(LIMIT, POOL_MAX, 64)).isEmpty();
        assertThat(restoring(LIMIT, CLIENT_RETRIES, 0)).isEmpty();
        assertThat(restoring(LIMIT, APP_WORKERS, 400)).isEmpty();
    }

    @Test
    void retryStormOutlivesItsCause() {
        Window window = run(STORM.model());

        assertThat(window.customers().good()).isZero();
        assertThat(window.customers().amplification()).isGreaterThan(3.8);
        assertThat(window.balancer().queue()).isBetween(2800.0, 3800.0);
        assertThat(window.database().zombies()).isZero();
        assertThat(window.pool().created()).isZero();
    }

    @Test
    void retryStormStaysDownAtHalfTheLoadAndGetsUpAtAQuarter() {
        assertThat(run(STORM.model().with(CLIENT_RATE, 250)).customers().goodShare())
                .isLessThan(0.01);
        assertThat(run(STORM.model().with(CLIENT_RATE, 130)).customers().goodShare())
                .isGreaterThan(0.99);
    }

    @Test
    void retryStormIsEndedByFewerRetriesOrShorterQueues() {
        assertThat(restoring(STORM, CLIENT_BUDGET, 0.1, 0.2, 0.5)).containsExactly(0.1, 0.2);
        assertThat(restoring(STORM, CLIENT_RETRIES, 0, 1)).containsExactly(0.0);
        assertThat(restoring(STORM, LB_QUEUE, 500, 1000)).containsExactly(500.0);
        assertThat(restoring(STORM, LB_QUEUE_TIMEOUT, 1, 1.5)).containsExactly(1.0);
        assertThat(restoring(STORM, POOL_ACQUIRE_TIMEOUT, 0.2, 0.5)).containsExactly(0.2);
        assertThat(restoring(STORM, CLIENT_TIMEOUT, 4, 8)).containsExactly(8.0);
        assertThat(restoring(STORM, DB_CORES, 12, 16)).containsExactly(16.0);
    }

    @Test
    void retryStormIsNotEndedByPoolsPlacesPausesOrSocketTimeouts() {
        assertThat(restoring(STORM, POOL_MAX, 8, 64)).isEmpty();
        assertThat(restoring(STORM, LB_MAXCONN, 10, 800)).isEmpty();
        assertThat(restoring(STORM, CLIENT_BACKOFF, 5)).isEmpty();
        assertThat(restoring(STORM, POOL_SOCKET_TIMEOUT, 0.5)).isEmpty();
    }

    /** Those of the values that meet the goal, in their order. */
    private static List<Double> restoring(Scenario scenario, Parameter parameter, double... values) {
        List<Double> restoring = new ArrayList<>();
        for (double value : values) {
            if (scenario.goal().metBy(run(scenario.model().with(parameter, value)))) {
                restoring.add(value);
            }
        }
        return restoring;
    }

    private static Window run(StackModel model) {
        Run run = StackRun.total(model, SHORT.setup());
        return run.total();
    }
}
