package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Lognormal;

/** Laws of the time that a request holds a connection, from the two numbers that people have at hand. */
public final class Holding {
    /** P(Z &gt; 2.3263) = 0.01. */
    private static final double Z99 = 2.3263478740408408;

    private Holding() {}

    /**
     * The lognormal law with this mean and this 99th percentile.
     *
     * <p>p99/m = exp(z·σ − σ²/2) with z = 2.326, of whose two solutions the smaller σ is meant; it rises up to σ = z.
     *
     * @param mean in seconds; above 0
     * @param p99 in seconds; above the mean
     * @throws FitException when no lognormal law has both
     */
    public static Lognormal lognormal(double mean, double p99) {
        double most = Math.exp(Z99 * Z99 / 2);
        if (!(mean > 0) || !(p99 > mean) || !(p99 < most * mean)) {
            throw new FitException(
                    "found a mean of %s s and a 99th percentile of %s s; accepted: a percentile above the mean and below %.2f times it, here up to %.3f s"
                            .formatted(mean, p99, most, 0.999 * most * mean));
        }
        double ratio = Math.log(p99 / mean);
        double sigma = Z99 - Math.sqrt(Z99 * Z99 - 2 * ratio);
        return new Lognormal(Math.log(mean) - sigma * sigma / 2, sigma);
    }
}
