package io.poolwright.drill.load;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of one caller, over all its attempts. Confined to the event loop. */
final class Call {
    private final long intended;
    private int attempt;
    private long deadline;
    private @Nullable HttpLane lane;

    /** @param intended start of the first attempt, in nanoseconds since the start of the run */
    Call(long intended) {
        this.intended = intended;
    }

    /** Starts the next attempt, without a connection as yet. */
    void beginAttempt() {
        attempt++;
        lane = null;
    }

    void on(HttpLane newLane) {
        lane = newLane;
    }

    void deadline(long newDeadline) {
        deadline = newDeadline;
    }

    long intended() {
        return intended;
    }

    /** Number of the attempt under way, from 1. */
    int attempt() {
        return attempt;
    }

    /** When the present wait, in line or for the answer, is given up, in nanoseconds since the start of the run. */
    long deadline() {
        return deadline;
    }

    /** The connection the attempt has; empty while it waits in line. */
    Optional<HttpLane> lane() {
        return Optional.ofNullable(lane);
    }
}
