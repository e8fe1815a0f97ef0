package io.poolwright.bench.simulation;

import io.poolwright.queueing.ErlangC;

/**
 * M/M/10 at 90 %: the queue that every engine simulates, with two events for a customer, the sum of the waits and their histogram.
 */
final class Queue {
    static final int SERVERS = 10;
    static final double RATE = 9;
    /** Never so many wait. */
    static final int PLACES = 1 << 16;

    private Queue() {}

    /** Refuses a speed that was reached by simulating something else. */
    static void check(String engine, double meanWait) {
        double exact = ErlangC.meanWait(RATE, SERVERS, 1);
        if (Math.abs(meanWait - exact) > 0.2 * exact) {
            throw new IllegalStateException(
                    "%s has a mean wait of %.4f, the formula %.4f".formatted(engine, meanWait, exact));
        }
    }
}
