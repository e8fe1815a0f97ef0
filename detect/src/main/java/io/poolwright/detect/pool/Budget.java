package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import java.time.Duration;
import java.util.Optional;

/**
 * The time against which a wait is judged, and where it is from.
 *
 * @param seconds the time
 * @param known whether it is written down; otherwise it is assumed
 * @param origin where it is written, or that it is assumed
 */
record Budget(double seconds, boolean known, String origin) {
    /** What most people accept for a page, and a common time limit of a caller (s); a starting value. */
    private static final double ASSUMED = 1;

    private static final Budget NOBODY_SAID =
            new Budget(ASSUMED, false, "no time limit of the callers is known: " + Say.time(ASSUMED) + " assumed");
    private static final Budget NOBODY_SAID_QUEUE =
            new Budget(ASSUMED, false, "timeout queue is not known: " + Say.time(ASSUMED) + " assumed");

    static Budget ofCaller(Expectations expected) {
        return of(expected.budget(), NOBODY_SAID);
    }

    static Budget ofQueue(Expectations expected) {
        return of(expected.queueTimeout(), NOBODY_SAID_QUEUE);
    }

    private static Budget of(Optional<Expected<Duration>> said, Budget otherwise) {
        if (said.isEmpty() || said.get().value().toMillis() <= 0) {
            return otherwise;
        }
        return new Budget(
                said.get().value().toMillis() / 1000.0, true, said.get().origin());
    }
}
