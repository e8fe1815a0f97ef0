package io.poolwright.drill.load;

import java.time.Instant;

/** Nanoseconds since the start of a run, and the wall-clock time they stand for. */
record RunClock(Instant start, long origin) {
    static RunClock startingNow() {
        return new RunClock(Instant.now(), System.nanoTime());
    }

    long nanos() {
        return System.nanoTime() - origin;
    }

    Instant wall(long nanos) {
        return start.plusNanos(nanos);
    }
}
