package io.poolwright.simulate.search;

/** Student's t distribution, as far as 95 % intervals need it. */
final class StudentT {
    /** The 97.5 % quantiles for 1 to 30 degrees of freedom. Source: any table, here that of Abramowitz and Stegun (26.10). */
    private static final double[] QUANTILES = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private StudentT() {}

    /**
     * What 97.5 % stay below.
     *
     * @param freedom degrees of freedom; at least 1
     */
    static double quantile(int freedom) {
        if (freedom < 1) {
            throw new IllegalArgumentException("degrees of freedom must be at least 1, was " + freedom);
        }
        if (freedom <= QUANTILES.length) {
            return QUANTILES[freedom - 1];
        }
        double z = 1.959964;
        return z + (z * z * z + z) / (4.0 * freedom);
    }
}
