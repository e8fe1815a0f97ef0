package io.poolwright.simulate.run;

/** A count over time, and the area under it: one addition for each change. */
final class Level {
    private int value;
    private double weighted;

    void up(double now) {
        value++;
        weighted += now;
    }

    void down(double now) {
        value--;
        weighted -= now;
    }

    int value() {
        return value;
    }

    /** Integral from 0 to now. */
    double area(double now) {
        return value * now - weighted;
    }
}
