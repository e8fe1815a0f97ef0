package io.poolwright.diagnose;

import static io.poolwright.testkit.Signal.ABANDONED;
import static io.poolwright.testkit.Signal.ACTIVE;
import static io.poolwright.testkit.Signal.ARRIVALS;
import static io.poolwright.testkit.Signal.BACKENDS;
import static io.poolwright.testkit.Signal.CPU;
import static io.poolwright.testkit.Signal.CREATED;
import static io.poolwright.testkit.Signal.ERRORS;
import static io.poolwright.testkit.Signal.FATAL;
import static io.poolwright.testkit.Signal.IN_TRANSACTION;
import static io.poolwright.testkit.Signal.MAX;
import static io.poolwright.testkit.Signal.ON_CPU;
import static io.poolwright.testkit.Signal.ON_LOCK;
import static io.poolwright.testkit.Signal.PENDING;
import static io.poolwright.testkit.Signal.QUEUE;
import static io.poolwright.testkit.Signal.QUEUE_ERRORS;
import static io.poolwright.testkit.Signal.REQUESTS;
import static io.poolwright.testkit.Signal.RESENT;
import static io.poolwright.testkit.Signal.RETURNS;
import static io.poolwright.testkit.Signal.ROWS;
import static io.poolwright.testkit.Signal.SERVICE_TIME;
import static io.poolwright.testkit.Signal.SLOTS;
import static io.poolwright.testkit.Signal.SLOTS_USED;
import static io.poolwright.testkit.Signal.TIMEOUTS;
import static io.poolwright.testkit.Signal.TOTAL;
import static io.poolwright.testkit.Signal.TRANSACTIONS;
import static io.poolwright.testkit.Signal.USED;
import static io.poolwright.testkit.Signal.USE_TIME;
import static io.poolwright.testkit.Signal.WAITS;
import static io.poolwright.testkit.Signal.WAIT_TIME;

import io.poolwright.testkit.Second;
import io.poolwright.testkit.StackSeries;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Runs shaped like those measured on a real stack: 30 s of good health, then the fault. Rates are those of each instance,
 * or of the whole stack where the signal says so.
 */
enum MeasuredRun {
    HEALTHY(null, Base.WITHOUT_EDGE, second -> Base.WITHOUT_EDGE),

    POOL_20_TO_2("pool-too-small", Base.WITHOUT_EDGE, second -> Base.WITHOUT_EDGE
            .with(ERRORS, 42)
            .with(REQUESTS, 80)
            .with(SERVICE_TIME, second < 2 ? 0.6 : 3.1)
            .with(USED, 2)
            .with(TOTAL, 2)
            .with(MAX, 2)
            .with(PENDING, Math.min(192, 60 * (second + 1)))
            .with(TIMEOUTS, second < 3 ? 0 : 21)
            .with(WAITS, 80)
            .with(WAIT_TIME, second < 2 ? 0.5 : 2.5)
            .with(RETURNS, 59)
            .with(BACKENDS, 2)
            .with(ACTIVE, 2)
            .with(IN_TRANSACTION, 0)
            .with(TRANSACTIONS, 119)
            .with(CPU, 0.05)),

    LEAK("connection-leak", Base.WITHOUT_EDGE, second -> {
        double leaked = Math.min(20, 1.5 * (second + 1));
        double used = Math.min(20, 4 + leaked);
        double working = used - leaked;
        double carried = working >= 2 ? 100 : 100 * working / 2;
        return Base.WITHOUT_EDGE
                .with(USED, used)
                .with(REQUESTS, Math.max(48, carried))
                .with(SERVICE_TIME, working >= 2 ? 0.04 : 2)
                .with(WAITS, Math.max(48, carried))
                .with(WAIT_TIME, working >= 2 ? 0.001 : 1.97)
                .with(PENDING, working >= 2 ? 0 : 144)
                .with(TIMEOUTS, working >= 2 ? 0 : 40)
                .with(ERRORS, working >= 2 ? 0 : 80)
                .with(RETURNS, carried)
                .with(ACTIVE, Math.min(3, working))
                .with(IN_TRANSACTION, Math.max(0, Math.min(1, working - 3)))
                .with(TRANSACTIONS, 2 * carried);
    }),

    INDEX_DROPPED("slow-query", Base.AT_80, second -> Base.AT_80
            .with(SERVICE_TIME, 0.110)
            .with(USE_TIME, 0.108)
            .with(USED, 5)
            .with(ACTIVE, 4)
            .with(ON_CPU, 2)
            .with(ROWS, 29_000_000)),

    HOT_ROW("lock-contention", Base.WITHOUT_EDGE, second -> Base.WITHOUT_EDGE
            .with(REQUESTS, 90)
            .with(SERVICE_TIME, 2.9)
            .with(ERRORS, second < 3 ? 0 : 140)
            .with(USED, 20)
            .with(PENDING, Math.min(180, 80 * (second + 1)))
            .with(TIMEOUTS, second < 3 ? 0 : 70)
            .with(WAITS, 90)
            .with(WAIT_TIME, 2.5)
            .with(RETURNS, 23)
            .with(USE_TIME, 0.852)
            .with(ACTIVE, 20)
            .with(ON_LOCK, 19)
            .with(IN_TRANSACTION, 0)
            .with(TRANSACTIONS, 46)),

    APP_BUSY_10_MS("app-cpu", Base.WITHOUT_EDGE, second -> Base.WITHOUT_EDGE
            .with(SERVICE_TIME, 0.115)
            .with(USE_TIME, 0.055)
            .with(USED, 6)
            .with(ACTIVE, 4)
            .with(CPU, 0.525)),

    SURGE_1300("traffic-surge", Base.WITHOUT_EDGE, second -> Base.WITHOUT_EDGE
            .with(ARRIVALS, 1300)
            .with(REQUESTS, 524)
            .with(SERVICE_TIME, 0.4)
            .with(USED, 20)
            .with(PENDING, 180)
            .with(WAITS, 524)
            .with(WAIT_TIME, 0.346)
            .with(RETURNS, 524)
            .with(ACTIVE, 18)
            .with(IN_TRANSACTION, 2)
            .with(TRANSACTIONS, 1048)
            .with(ROWS, 13_000)
            .with(CPU, 0.19)),

    SOCKET_TIMEOUT_1("socket-timeout-too-short", Base.SLOW_MIX, second -> Base.SLOW_MIX
            .declaring(Second.SOCKET_TIMEOUT, "1")
            .with(ERRORS, second < 3 ? 0 : 3.9)
            .with(SERVICE_TIME, 0.25)
            .with(TOTAL, second < 1 ? 20 : 15)
            .with(USED, 9)
            .with(PENDING, 11)
            .with(WAIT_TIME, 0.105)
            .with(CREATED, 12)
            .with(USE_TIME, 0.08)
            .with(BACKENDS, Math.min(27, 20 + 3 * second))
            .with(ACTIVE, Math.min(22, 9 + 4 * second))
            .with(ABANDONED, second < 2 ? 0 : 10.6)
            .aged(3.8, 3.1, 2.4, 1.9, 1.2, 0.4)),

    RETRY_STORM("retry-storm", Base.NEARLY_FULL, second -> Base.NEARLY_FULL
            .with(ARRIVALS, second < 5 ? 1500 : 1259)
            .with(RESENT, second < 5 ? 450 : 530)
            .with(ERRORS, 900)
            .with(REQUESTS, 600)
            .with(SERVICE_TIME, 0.28)
            .with(USED, 4)
            .with(PENDING, 98)
            .with(TIMEOUTS, 480)
            .with(WAITS, 700)
            .with(WAIT_TIME, 0.2)
            .with(RETURNS, 220)
            .with(TRANSACTIONS, 440)),

    GHOSTS("server-idle-kill", Base.WITHOUT_EDGE, second -> Base.WITHOUT_EDGE
            .enforcing("idle_session_timeout", "300")
            .with(ERRORS, 12)
            .with(TOTAL, 18)
            .with(BACKENDS, 17)
            .with(CREATED, 17)
            .with(FATAL, 16)
            .with(CPU, 0.09)),

    LB_MAXCONN_2("lb-pool-too-small", Base.EDGE_50, second -> Base.EDGE_50
            .with(ERRORS, second < 2 ? 0 : 78)
            .with(QUEUE_ERRORS, second < 2 ? 0 : 78)
            .with(QUEUE, Math.min(200, 80 * (second + 1)))
            .with(SLOTS, 2)
            .with(SLOTS_USED, 2)
            .with(REQUESTS, 59.5)
            .with(SERVICE_TIME, 0.033)
            .with(USED, 2)
            .with(WAITS, 59.5)
            .with(RETURNS, 59.5)
            .with(ACTIVE, 2)
            .with(IN_TRANSACTION, 0)
            .with(TRANSACTIONS, 119)
            .with(CPU, 0.025)),

    LB_MAXCONN_4("lb-pool-too-small", Base.EDGE_50, second -> Base.EDGE_50
            .with(QUEUE, 3 + second % 5)
            .with(SLOTS, 4)
            .with(SLOTS_USED, 4)
            .with(SERVICE_TIME, 0.0335)),

    DECOY_POOL_2_BEHIND_EDGE("pool-too-small", Base.EDGE_50, second -> Base.EDGE_50
            .with(ERRORS, second < 2 ? 0 : 77)
            .with(QUEUE_ERRORS, second < 2 ? 0 : 77)
            .with(QUEUE, Math.min(198, 50 * second))
            .with(SLOTS_USED, 50)
            .with(REQUESTS, 60)
            .with(SERVICE_TIME, 0.664)
            .with(USED, 2)
            .with(TOTAL, 2)
            .with(MAX, 2)
            .with(PENDING, 48)
            .with(WAITS, 60)
            .with(WAIT_TIME, 0.63)
            .with(RETURNS, 60)
            .with(BACKENDS, 2)
            .with(ACTIVE, 2)
            .with(IN_TRANSACTION, 0)
            .with(TRANSACTIONS, 120)),

    DECOY_SURGE_1400("traffic-surge", Base.EDGE_50, second -> Base.EDGE_50
            .with(ARRIVALS, 1400)
            .with(ERRORS, second < 2 ? 0 : 151)
            .with(QUEUE_ERRORS, second < 2 ? 0 : 151)
            .with(QUEUE, Math.min(947, 350 * (second + 1)))
            .with(SLOTS_USED, 50)
            .with(REQUESTS, 530)
            .with(SERVICE_TIME, 0.09)
            .with(USED, 20)
            .with(PENDING, 28)
            .with(WAITS, 530)
            .with(WAIT_TIME, 0.05)
            .with(RETURNS, 530)
            .with(ACTIVE, 18)
            .with(IN_TRANSACTION, 2)
            .with(TRANSACTIONS, 1060)
            .with(ROWS, 13_000)
            .with(CPU, 0.19)),

    DECOY_TABLE_LOCK("lock-contention", Base.EDGE_50, second -> Base.EDGE_50
            .with(ERRORS, second < 2 ? 0 : 200)
            .with(QUEUE_ERRORS, second < 2 ? 0 : 200)
            .with(QUEUE, Math.min(200, 100 * (second + 1)))
            .with(SLOTS_USED, 50)
            .with(REQUESTS, 0)
            .with(USED, 20)
            .with(PENDING, 30)
            .with(WAITS, 0)
            .with(RETURNS, 0)
            .with(ACTIVE, 20)
            .with(ON_LOCK, 20)
            .with(IN_TRANSACTION, 0)
            .with(TRANSACTIONS, 0)
            .with(ROWS, 0)
            .with(CPU, 0.01));

    /** Seconds of good health before the onset. */
    static final int BEFORE = 30;
    /** Seconds of trouble that a diagnosis may take, and that each run has. */
    static final int AFTER = 20;

    private final Optional<String> cause;
    private final Second before;
    private final IntFunction<Second> after;

    MeasuredRun(String cause, Second before, IntFunction<Second> after) {
        this.cause = Optional.ofNullable(cause);
        this.before = before;
        this.after = after;
    }

    /** The only hypothesis that may be stated; empty when none may. */
    Optional<String> cause() {
        return cause;
    }

    /** The whole run. */
    StackSeries series() {
        return StackSeries.of(BEFORE, before).then(AFTER, after);
    }

    /** What was normal before each of them. */
    private static final class Base {
        /** A balancer so wide that it never queues. */
        static final Second WITHOUT_EDGE = Second.healthy().with(SLOTS, 400);

        static final Second EDGE_50 = Second.healthy();

        static final Second AT_80 = WITHOUT_EDGE
                .with(ARRIVALS, 80)
                .with(REQUESTS, 40)
                .with(WAITS, 40)
                .with(RETURNS, 40)
                .with(SERVICE_TIME, 0.034)
                .with(USE_TIME, 0.032)
                .with(USED, 2)
                .with(ACTIVE, 2)
                .with(TRANSACTIONS, 80)
                .with(ROWS, 1_000);

        static final Second SLOW_MIX = WITHOUT_EDGE
                .with(SERVICE_TIME, 0.102)
                .with(USE_TIME, 0.1)
                .with(USED, 10)
                .with(ACTIVE, 9)
                .aged(3.8, 2.1, 0.4);

        /** Four connections for each, three borrows per request: 0.9 of what they can carry. */
        static final Second NEARLY_FULL = WITHOUT_EDGE
                .with(WAITS, 300)
                .with(RETURNS, 300)
                .with(USE_TIME, 0.012)
                .with(TOTAL, 4)
                .with(MAX, 4)
                .with(BACKENDS, 4)
                .with(USED, 3)
                .with(ACTIVE, 2)
                .declaring(Second.HIKARI + "maximum-pool-size", "4")
                .declaring(Second.HIKARI + "connection-timeout", "250");
    }
}
