package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/**
 * The exponential of a normal variable: how query times usually look.
 *
 * <p>With mean m and coefficient of variation cv: σ² = ln(1 + cv²), μ = ln m − σ²/2.
 *
 * @param mu mean of the logarithm of seconds
 * @param sigma its standard deviation; above 0
 */
public record Lognormal(double mu, double sigma) implements Law {
    public Lognormal {
        Checks.positive("sigma", sigma);
        if (!Double.isFinite(mu)) {
            throw new IllegalArgumentException("mu must be finite, was " + mu);
        }
    }

    /**
     * The one with this mean and spread.
     *
     * @param mean in seconds; above 0
     * @param cv coefficient of variation; above 0
     */
    public static Lognormal of(double mean, double cv) {
        Checks.positive("mean", mean);
        Checks.positive("cv", cv);
        double variance = Math.log1p(cv * cv);
        return new Lognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
    }

    @Override
    public double draw(RandomGenerator random) {
        return Math.exp(mu + sigma * random.nextGaussian());
    }

    @Override
    public double mean() {
        return Math.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double secondMoment() {
        return Math.exp(2 * mu + 2 * sigma * sigma);
    }

    @Override
    public double beyond(double t) {
        return t <= 0 ? 1 : Normal.beyond((Math.log(t) - mu) / sigma);
    }

    @Override
    public double excess(double t) {
        if (t <= 0) {
            return mean() - t;
        }
        double d = (mu - Math.log(t)) / sigma;
        return mean() * Normal.beyond(-d - sigma) - t * Normal.beyond(-d);
    }

    @Override
    public Lognormal scaled(double factor) {
        Checks.positive("factor", factor);
        return new Lognormal(mu + Math.log(factor), sigma);
    }
}
