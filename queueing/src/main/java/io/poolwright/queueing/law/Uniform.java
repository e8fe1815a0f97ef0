package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/**
 * Anything between two bounds, all alike.
 *
 * @param low in seconds; 0 or more
 * @param high in seconds; above {@code low}
 */
public record Uniform(double low, double high) implements Law {
    public Uniform {
        Checks.notNegative("low", low);
        Checks.positive("high", high);
        if (low >= high) {
            throw new IllegalArgumentException("low must be less than high, was %s and %s".formatted(low, high));
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }

    @Override
    public double mean() {
        return (low + high) / 2;
    }

    @Override
    public double secondMoment() {
        return (low * low + low * high + high * high) / 3;
    }

    @Override
    public double beyond(double t) {
        return Math.min(1, Math.max(0, (high - t) / (high - low)));
    }

    @Override
    public double excess(double t) {
        if (t <= low) {
            return mean() - t;
        }
        double left = Math.max(0, high - t);
        return left * left / (2 * (high - low));
    }

    @Override
    public Uniform scaled(double factor) {
        return new Uniform(low * factor, high * factor);
    }
}
