package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.EventEngine;

/**
 * A time-out whose length may change while the run goes on: what was started keeps the length that it was started with. One
 * that is never started costs the engine nothing.
 */
final class Deadline {
    private final EventEngine engine;
    private final int kind;
    private double length = Double.POSITIVE_INFINITY;
    private int ring = -1;

    Deadline(EventEngine engine, int kind) {
        this.engine = engine;
        this.kind = kind;
    }

    void length(double seconds) {
        if (seconds != length) {
            length = seconds;
            ring = -1;
        }
    }

    double length() {
        return length;
    }

    long start(int who) {
        if (length == Double.POSITIVE_INFINITY) {
            return EventEngine.NO_TICKET;
        }
        if (ring < 0) {
            ring = engine.ring(kind, length);
        }
        return engine.start(ring, who);
    }
}
