package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/**
 * Without memory: how much has passed says nothing about what is left.
 *
 * @param mean in seconds; above 0
 */
public record Exponential(double mean) implements Law {
    public Exponential {
        Checks.positive("mean", mean);
    }

    @Override
    public double draw(RandomGenerator random) {
        return mean * random.nextExponential();
    }

    @Override
    public double secondMoment() {
        return 2 * mean * mean;
    }

    @Override
    public double beyond(double t) {
        return t <= 0 ? 1 : Math.exp(-t / mean);
    }

    @Override
    public double excess(double t) {
        return mean * Math.exp(-t / mean);
    }

    @Override
    public Exponential scaled(double factor) {
        return new Exponential(mean * factor);
    }
}
