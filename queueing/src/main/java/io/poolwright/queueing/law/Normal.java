package io.poolwright.queueing.law;

/** The standard normal distribution's tail. */
final class Normal {
    private Normal() {}

    /**
     * P(Z &gt; z).
     *
     * <p>Source: W. J. Cody's rational forms are not needed here: the series of Abramowitz and Stegun 26.2.10 within three
     * standard deviations, their continued fraction 26.2.14 outside; relative error below 1e-9.
     */
    static double beyond(double z) {
        if (z < 0) {
            return 1 - beyond(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int k = 1; k < 200 && term > 1e-18 * sum; k++) {
                term *= z * z / (2 * k + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int k = 120; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return density / fraction;
    }
}
