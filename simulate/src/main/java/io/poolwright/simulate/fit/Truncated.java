package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Lognormal;

/** A normal variable that is known to lie in an interval. */
final class Truncated {
    private static final double NONE = 1e-14;
    private static final Lognormal STANDARD = new Lognormal(0, 1);

    private Truncated() {}

    /**
     * Its probability to lie there, its mean and its mean square given that it does.
     *
     * @param low may be minus infinity
     * @param high may be infinity
     */
    static double[] moments(double mu, double sigma, double low, double high) {
        double a = (low - mu) / sigma;
        double b = (high - mu) / sigma;
        // Both tails are taken on the side where they are small, so that their difference keeps its digits.
        double mass = a > 0 ? tail(a) - tail(b) : tail(-b) - tail(-a);
        if (!(mass > NONE)) {
            double near = a > 0 ? low : b < 0 ? high : mu;
            return new double[] {Math.max(0, mass), near, near * near};
        }
        double ends = density(a) - density(b);
        double mean = ends / mass;
        double square = 1 + (times(a) - times(b)) / mass;
        return new double[] {mass, mu + sigma * mean, mu * mu + 2 * mu * sigma * mean + sigma * sigma * square};
    }

    private static double tail(double z) {
        if (Double.isInfinite(z)) {
            return z > 0 ? 0 : 1;
        }
        return z > 37 ? 0 : z < -37 ? 1 : STANDARD.beyond(Math.exp(z));
    }

    private static double density(double z) {
        return Double.isInfinite(z) ? 0 : Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double times(double z) {
        return Double.isInfinite(z) ? 0 : z * density(z);
    }
}
