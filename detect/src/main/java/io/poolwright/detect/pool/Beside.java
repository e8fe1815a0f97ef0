package io.poolwright.detect.pool;

import java.util.Optional;

/** What is left of a series when its part that goes with another is taken out. */
final class Beside {
    /** Traffic that goes with the clock so closely (squared correlation) cannot be told from it. */
    private static final double TOO_ALIKE = 0.8;
    /** Traffic that varies less than this share of itself explains nothing. */
    private static final double STEADY = 0.02;

    private Beside() {}

    /**
     * Least squares of the used on time and on traffic; the used less the traffic's part. Empty when traffic itself rises or
     * falls so steadily that the two cannot be told apart.
     */
    static Optional<double[]> traffic(double[] used, double[] served) {
        double n = 0;
        double meanTime = 0;
        double meanServed = 0;
        double meanUsed = 0;
        for (int i = 0; i < used.length; i++) {
            if (known(used, served, i)) {
                n++;
                meanTime += i;
                meanServed += served[i];
                meanUsed += used[i];
            }
        }
        if (n < Trend.LEAST_POINTS) {
            return Optional.empty();
        }
        meanTime /= n;
        meanServed /= n;
        meanUsed /= n;
        double tt = 0;
        double ss = 0;
        double ts = 0;
        double tu = 0;
        double su = 0;
        for (int i = 0; i < used.length; i++) {
            if (known(used, served, i)) {
                double t = i - meanTime;
                double s = served[i] - meanServed;
                double u = used[i] - meanUsed;
                tt += t * t;
                ss += s * s;
                ts += t * s;
                tu += t * u;
                su += s * u;
            }
        }
        boolean steady = Math.sqrt(ss / n) <= STEADY * meanServed || meanServed <= 0;
        if (!steady && ts * ts > TOO_ALIKE * tt * ss) {
            return Optional.empty();
        }
        double share = steady ? 0 : Math.max(0, (su * tt - tu * ts) / (tt * ss - ts * ts));
        double[] rest = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            rest[i] = known(used, served, i) ? used[i] - share * served[i] : Double.NaN;
        }
        return Optional.of(rest);
    }

    private static boolean known(double[] used, double[] served, int i) {
        return !Double.isNaN(used[i]) && !Double.isNaN(served[i]);
    }
}
