package io.poolwright.detect.pool;

import io.poolwright.model.live.Signal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How a pool does while nothing changes: gauges as they are, and what is counted in a second. Healthy is 4 of 10 used by 100
 * borrows a second.
 */
record State(Map<Signal, Double> gauges, Map<Signal, Double> perSecond, Set<Signal> hidden) {
    static State healthy() {
        return new State(Map.of(), Map.of(), Set.of())
                .gauge(Signal.MAX, 10)
                .gauge(Signal.USED, 4)
                .gauge(Signal.IDLE, 6)
                .gauge(Signal.PENDING, 0)
                .served(100, 0.002, 0.04)
                .rate(Signal.CREATED, 0)
                .rate(Signal.TIMEOUTS, 0);
    }

    /** Everything used, this many in line. */
    State full(double pending) {
        return gauge(Signal.USED, gauges.getOrDefault(Signal.MAX, 10.0))
                .gauge(Signal.IDLE, 0)
                .gauge(Signal.PENDING, pending);
    }

    /** So many a second are served, each after a wait and for a use (s). */
    State served(double perSecond, double wait, double use) {
        return rate(Signal.BORROWS, perSecond)
                .rate(Signal.WAITS, perSecond)
                .rate(Signal.WAIT_SECONDS, perSecond * wait)
                .rate(Signal.USES, perSecond)
                .rate(Signal.USE_SECONDS, perSecond * use);
    }

    State gauge(Signal signal, double value) {
        Map<Signal, Double> next = new EnumMap<>(Signal.class);
        next.putAll(gauges);
        next.put(signal, value);
        return new State(next, perSecond, hidden);
    }

    State rate(Signal signal, double value) {
        Map<Signal, Double> next = new EnumMap<>(Signal.class);
        next.putAll(perSecond);
        next.put(signal, value);
        return new State(gauges, next, hidden);
    }

    /** The source does not tell these. */
    State without(Signal... signals) {
        Set<Signal> next = EnumSet.noneOf(Signal.class);
        next.addAll(hidden);
        next.addAll(Set.of(signals));
        return new State(gauges, perSecond, next);
    }

    /** What JMX tells of HikariCP: four gauges. */
    State gaugesOnly() {
        return without(
                Signal.BORROWS,
                Signal.WAITS,
                Signal.WAIT_SECONDS,
                Signal.USES,
                Signal.USE_SECONDS,
                Signal.CREATED,
                Signal.TIMEOUTS);
    }
}
