package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.EventEngine;

/** A time-out whose length may change while the run goes on: what was started keeps the length that it was started with. */
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
            ring = Double.isInfinite(seconds) ? -1 : engine.ring(kind, seconds);
        }
    }

    double length() {
        return length;
    }

    long start(int who) {
        return ring < 0 ? EventEngine.NO_TICKET : engine.start(ring, who);
    }
}
