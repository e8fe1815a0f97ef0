package io.poolwright.audit.solve;

import io.poolwright.model.stack.Bound;
import java.time.Duration;

/**
 * The times that follow from one outermost budget, each a tenth shorter than the one around it.
 *
 * <p>A wait is added to what follows it: wait for a connection and then query must fit into the application's share. Source:
 * the arithmetic of docs/rules/timeout-chain-inverted.md; the shares are rules of thumb.
 */
final class Ladder {
    private static final double STEP = 0.9;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private Ladder() {}

    /** The longest that the next layer inward may take. */
    static Duration inside(Duration outer) {
        return rounded(outer.toMillis() * STEP);
    }

    /** The longest wait for a connection, inside an application's share. */
    static Duration acquire(Duration outermost) {
        return least(LONGEST_WAIT, rounded(outermost.toMillis() * 0.25));
    }

    /** The longest silence of the driver's socket: what the application's share leaves after the wait. */
    static Duration socket(Duration application, Duration acquire) {
        return rounded(
                (double) application.minus(acquire).minus(margin(application)).toMillis());
    }

    /** The longest statement: the server must cut it before the driver gives up. */
    static Duration statement(Duration socket) {
        return rounded(socket.toMillis() * 2 / 3.0);
    }

    /** One test of a connection: half the wait, so that one dead connection does not spend it. */
    static Duration validation(Duration acquire) {
        return acquire.dividedBy(2);
    }

    /** One attempt to connect. */
    static Duration connect(Duration acquire) {
        return least(LONGEST_CONNECT, acquire.dividedBy(2));
    }

    private static Duration margin(Duration application) {
        return least(MARGIN, application.dividedBy(10));
    }

    static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Whole seconds from two seconds on, else tens of milliseconds; never more than given. */
    private static Duration rounded(double millis) {
        if (millis >= Bound.FOREVER.toSeconds()) {
            return Bound.FOREVER;
        }
        long unit = millis >= 2000 ? 1000 : 10;
        return Duration.ofMillis(((long) (millis / unit)) * unit);
    }
}
