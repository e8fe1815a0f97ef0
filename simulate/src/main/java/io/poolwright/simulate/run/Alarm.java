package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.EventEngine;

/** A timer that the engine hears of when it is first set: one that this run never needs costs nothing. */
final class Alarm {
    private final EventEngine engine;
    private final int kind;
    private final int who;
    private int timer = -1;

    Alarm(EventEngine engine, int kind, int who) {
        this.engine = engine;
        this.kind = kind;
        this.who = who;
    }

    void set(double at) {
        if (timer < 0) {
            timer = engine.timer(kind, who);
        }
        engine.arm(timer, at);
    }
}
