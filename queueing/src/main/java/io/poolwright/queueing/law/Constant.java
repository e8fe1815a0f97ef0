package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/**
 * Always the same.
 *
 * @param value in seconds; 0 or more
 */
public record Constant(double value) implements Law {
    /** Takes no time at all. */
    public static final Constant ZERO = new Constant(0);

    public Constant {
        Checks.notNegative("value", value);
    }

    @Override
    public double draw(RandomGenerator random) {
        return value;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double secondMoment() {
        return value * value;
    }

    @Override
    public double beyond(double t) {
        return value > t ? 1 : 0;
    }

    @Override
    public double excess(double t) {
        return Math.max(0, value - t);
    }

    @Override
    public Constant scaled(double factor) {
        return new Constant(value * factor);
    }
}
