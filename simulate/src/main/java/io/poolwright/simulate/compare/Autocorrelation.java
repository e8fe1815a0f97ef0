package io.poolwright.simulate.compare;

/** How long a series remembers. */
final class Autocorrelation {
    /** A variance this small beside the mean is left over from rounding. */
    private static final double ROUNDING = 1e-18;

    private Autocorrelation() {}

    /**
     * The integrated autocorrelation time, in steps: 1 for a series without memory. Summed up to the first correlation that is
     * not above 0, and to a fifth of the series at most.
     */
    static double time(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean);
        }
        if (n < 2 || variance <= ROUNDING * mean * mean * n) {
            return 1;
        }
        double time = 1;
        for (int lag = 1; lag <= n / 5; lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += (values[i] - mean) * (values[i - lag] - mean);
            }
            double correlation = sum / variance;
            if (correlation <= 0) {
                break;
            }
            time += 2 * correlation;
        }
        return time;
    }
}
