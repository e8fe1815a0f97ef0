package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.queueing.law.Capped;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.queueing.law.Mixture;
import io.poolwright.queueing.law.Uniform;
import io.poolwright.simulate.Failure;
import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackRunTest {
    private static final Setup MINUTE = new Setup(5, 60, 1, 0.5);

    /** Ten even requests a second that each take the database 100 ms without a processor. */
    private static final StackModel CALM = StackModel.empty()
            .with(CLIENT_RATE, 10)
            .with(CLIENT_EVEN, 1)
            .withDatabase(Constant.ZERO, new Constant(0.1));

    @Test
    void whatNothingHindersTakesItsOwnTime() {
        Window window = total(CALM);

        assertThat(window.customers().good()).isBetween(599L, 601L);
        assertThat(window.customers().latency().percentile(99).orElseThrow()).isCloseTo(0.1, within(0.001));
        assertThat(window.pool().used()).isCloseTo(1, within(0.01));
        assertThat(window.database().active()).isCloseTo(1, within(0.01));
    }

    @Test
    void closedSocketLeavesStatementThatKeepsItsSlot() {
        // Each call takes 1 s and is left alone after 0.1 s: ten a second, 0.9 s each.
        Window window = total(CALM.withDatabase(Constant.ZERO, new Constant(1)).with(POOL_SOCKET_TIMEOUT, 0.1));

        assertThat(window.database().zombies()).isCloseTo(9, within(0.05));
        assertThat(window.database().backends()).isCloseTo(19, within(0.3));
        assertThat(window.customers().failed()).containsOnlyKeys(Failure.SOCKET_TIMEOUT);
    }

    @Test
    void cancelledCallLeavesNothingBehind() {
        Window window = total(CALM.withDatabase(Constant.ZERO, new Constant(1)).with(POOL_QUERY_TIMEOUT, 0.1));

        assertThat(window.database().zombies()).isZero();
        assertThat(window.database().backends()).isCloseTo(10, within(1e-6));
        assertThat(window.customers().failed()).containsOnlyKeys(Failure.QUERY_TIMEOUT);
    }

    @Test
    void statementThatNoticesItsClientHasGoneEnds() {
        Window window = total(CALM.withDatabase(Constant.ZERO, new Constant(1))
                .with(POOL_SOCKET_TIMEOUT, 0.1)
                .with(DB_NOTICE, 0.2));

        assertThat(window.database().zombies()).isCloseTo(2, within(0.05));
    }

    @Test
    void fullDatabaseRefusesConnections() {
        Window window = total(CALM.withDatabase(Constant.ZERO, new Constant(1))
                .with(POOL_SOCKET_TIMEOUT, 0.1)
                .with(DB_CONNECTIONS, 12)
                .with(POOL_ACQUIRE_TIMEOUT, 0.3));

        assertThat(window.database().backends()).isLessThanOrEqualTo(12);
        assertThat(window.pool().refused()).isPositive();
    }

    @Test
    void balancerLetsThroughItsSlotsOverTheTimeBehindThem() {
        // 2 instances, 2 slots each, 33 ms: 121 a second of 200.
        Window window = total(CALM.with(CLIENT_RATE, 200)
                .withDatabase(Constant.ZERO, new Constant(0.033))
                .with(APP_INSTANCES, 2)
                .with(LB_MAXCONN, 2)
                .with(LB_QUEUE_TIMEOUT, 1));

        assertThat(window.customers().latency().count() / 60.0).isCloseTo(4 / 0.033, within(1.0));
        assertThat(window.customers().failed()).containsOnlyKeys(Failure.LB_QUEUE_TIMEOUT);
        assertThat(window.customers().latency().percentile(50).orElseThrow()).isCloseTo(1.033, within(0.02));
    }

    @Test
    void callerThatWaitsTooLongForConnectionIsTold() {
        // One connection, 100 ms: 10 a second of 20; whoever gets none in 200 ms gives up.
        Window window = total(CALM.with(CLIENT_RATE, 20).with(POOL_MAX, 1).with(POOL_ACQUIRE_TIMEOUT, 0.2));

        assertThat(window.pool().timeouts() / 60.0).isCloseTo(10, within(0.3));
        assertThat(window.customers().failed()).containsOnlyKeys(Failure.ACQUIRE_TIMEOUT);
    }

    @Test
    void leakedConnectionsNeverComeBack() {
        Window window = total(CALM.with(APP_LEAK, 0.5).with(POOL_ACQUIRE_TIMEOUT, 1));

        assertThat(window.pool().used()).isCloseTo(10, within(0.6));
        assertThat(window.database().active()).isLessThan(0.3);
    }

    @Test
    void requestsThatHoldOneConnectionAndAskForAnotherLockEachOtherOut() {
        Window window = total(CALM.with(CLIENT_RATE, 200)
                .with(POOL_MAX, 5)
                .with(APP_NESTED, 2)
                .with(POOL_ACQUIRE_TIMEOUT, 1));

        assertThat(window.pool().used()).isGreaterThan(4.5);
        assertThat(window.database().active()).isLessThan(1.5);
    }

    @Test
    void rowThatAllChangeServesOneAtTime() {
        Window window = total(CALM.with(CLIENT_RATE, 20).with(DB_LOCK, 1).with(POOL_ACQUIRE_TIMEOUT, 1));

        assertThat(window.database().completed()).isCloseTo(10, within(0.1));
        assertThat(window.database().onLock()).isCloseTo(9, within(0.1));
    }

    @Test
    void clientThatCancelsStopsTheWork() {
        StackModel impatient = CALM.with(CLIENT_TIMEOUT, 0.05);

        assertThat(total(impatient).database().active()).isCloseTo(1, within(0.01));
        assertThat(total(impatient.with(CLIENT_CANCEL, 1)).database().active()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void slowDatabaseIsSlowForAsLongAsItIsSaid() {
        List<Window> seconds = StackRun.withSeconds(CALM.during(DB_SLOW, 3, 10, 5), new Setup(0, 20, 1, 0.5))
                .seconds();

        assertThat(median(seconds.get(8))).isCloseTo(0.1, within(0.001));
        assertThat(median(seconds.get(12))).isCloseTo(0.3, within(0.003));
        assertThat(median(seconds.get(17))).isCloseTo(0.1, within(0.001));
    }

    @Test
    void instanceThatIsDownIsNoticedAfterSomeTime() {
        StackModel half = CALM.with(APP_INSTANCES, 2)
                .with(LB_RETRIES, 0)
                .with(LB_CHECK, 3)
                .during(APP_DOWN, 1, 10, 20);
        List<Window> seconds =
                StackRun.withSeconds(half, new Setup(0, 20, 1, 0.5)).seconds();

        assertThat(seconds.get(11).customers().failed()).containsEntry(Failure.REFUSED, 5L);
        assertThat(seconds.get(15).customers().failed()).isEmpty();
    }

    @Test
    void connectionsAreReplacedAtTheirAge() {
        Window window = total(CALM.with(POOL_MAX_LIFETIME, 2));

        assertThat(window.pool().created() / 60.0).isCloseTo(5, within(0.4));
        assertThat(window.customers().failures()).isZero();
    }

    @Test
    void poolThatNeedNotStayFullOpensWhatItNeedsAndClosesTheRest() {
        StackModel small = CALM.with(POOL_MIN_IDLE, 0).with(POOL_IDLE_TIMEOUT, 1);
        StackModel burst = small.during(CLIENT_RATE, 60, 20, 5);
        List<Window> seconds =
                StackRun.withSeconds(burst, new Setup(0, 40, 1, 0.5)).seconds();

        assertThat(seconds.get(15).pool().total()).isBetween(0.9, 2.1);
        assertThat(seconds.get(24).pool().total()).isGreaterThan(5);
        assertThat(seconds.get(35).pool().total()).isBetween(0.9, 2.1);
    }

    @Test
    void connectionIsHeldWhileTheRequestDoesSomethingElse() {
        Window window = total(CALM.with(APP_THINK, 0.3));

        assertThat(window.pool().used()).isCloseTo(4, within(0.05));
        assertThat(window.database().active()).isCloseTo(1, within(0.05));
    }

    /** The first outage: a third instance takes the slots that the other two need to replace the connections they lose. */
    @Test
    void anotherInstanceMakesTheFirstOutageWorse() {
        Law query = new Mixture(new Capped(new Lognormal(Math.log(0.015), 1.2), 2), new Uniform(1.5, 5), 0.02);
        StackModel outage = StackModel.empty()
                .with(CLIENT_RATE, 200)
                .with(APP_INSTANCES, 2)
                .with(LB_MAXCONN, 50)
                .with(LB_QUEUE_TIMEOUT, 1)
                .with(APP_RETRIES, 2)
                .with(POOL_MAX, 20)
                .with(POOL_ACQUIRE_TIMEOUT, 3)
                .with(DB_CONNECTIONS, 57)
                .withDatabase(new Constant(0.001), query)
                .with(POOL_SOCKET_TIMEOUT, 1);
        double good = 0;
        double goodWithThree = 0;
        double zombies = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Setup setup = new Setup(20, 60, seed, 0.5);
            Window two = StackRun.total(outage, setup).total();
            good += two.customers().goodShare() / 10;
            zombies += two.database().zombies() / 10;
            goodWithThree += StackRun.total(outage.step(APP_INSTANCES, 20, 3), setup)
                            .total()
                            .customers()
                            .goodShare()
                    / 10;
        }

        // Four slow ones a second, tried three times, each 2.25 s longer than the limit.
        assertThat(zombies).isCloseTo(27, within(3.0));
        assertThat(goodWithThree).isLessThan(good - 0.05);
    }

    @Test
    void usersOfTheClosedModelWaitForTheirAnswer() {
        Window window = total(StackModel.empty()
                .with(CLIENT_RATE, 0)
                .with(CLIENT_USERS, 5)
                .with(CLIENT_THINK, 0.4)
                .withDatabase(Constant.ZERO, new Exponential(0.1)));

        assertThat(window.customers().latency().count() / 60.0).isCloseTo(5 / 0.5, within(1.0));
    }

    @Test
    void contradictionIsRefusedWithBothValues() {
        assertThatThrownBy(() -> total(CALM.with(POOL_MAX, 1).with(APP_NESTED, 2)))
                .isInstanceOf(ImpossibleParameterException.class)
                .hasMessage("app.nested 2 with pool.max 1: a request would wait for ever for its own connection;"
                        + " accepted: app.nested up to pool.max");
        assertThatThrownBy(() -> CALM.with(Parameter.POOL_MAX, 2.5))
                .hasMessage("pool.max: found 2.5; accepted: a whole number");
        assertThatThrownBy(() -> CALM.with(Parameter.APP_LEAK, 1.1))
                .hasMessage("app.leak: found 1.1; accepted: 0 to 1");
        assertThatThrownBy(() -> CALM.with(Parameter.CLIENT_RATE, Double.POSITIVE_INFINITY))
                .hasMessageContaining("accepted: a finite number");
    }

    private static double median(Window second) {
        return second.customers().latency().percentile(50).orElseThrow();
    }

    private static Window total(StackModel model) {
        return StackRun.total(model, MINUTE).total();
    }
}
