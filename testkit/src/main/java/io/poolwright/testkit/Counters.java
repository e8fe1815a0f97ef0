package io.poolwright.testkit;

import java.util.HashMap;
import java.util.Map;

/** Counters that only ever grow; fractions are carried over, so that a slow rate is not lost. */
final class Counters {
    private final Map<String, Double> sums = new HashMap<>();

    /** Adds one second's worth and gives the whole number so far. */
    long add(String name, double perSecond) {
        return (long) Math.floor(sum(name, perSecond) + 1e-9);
    }

    /** Adds and gives the sum so far. */
    double sum(String name, double perSecond) {
        return sums.merge(name, perSecond, Double::sum);
    }

    /** Starts again from zero, as a new process does. */
    void reset() {
        sums.clear();
    }
}
