package io.poolwright.detect.pool;

/**
 * Where a rising series stands at its end, and how far chance and traffic move it around its course.
 *
 * @param now most likely
 * @param low the least that is usual
 * @param high the most
 */
record Level(double now, double low, double high) {
    /** The last so many points say where it stands. */
    private static final int LAST = 4;
    /** Standard deviations on either side. */
    private static final double USUAL = 1;

    /** The level at the end of the last point of a series that rises so much from one point to the next. */
    static Level of(double[] series, double slope) {
        int n = series.length;
        double sum = 0;
        double squares = 0;
        int known = 0;
        double last = 0;
        int lastKnown = 0;
        for (int i = 0; i < n; i++) {
            double atEnd = series[i] + slope * (n - 0.5 - i);
            if (!Double.isNaN(atEnd)) {
                sum += atEnd;
                squares += atEnd * atEnd;
                known++;
                if (i >= n - LAST) {
                    last += atEnd;
                    lastKnown++;
                }
            }
        }
        double mean = sum / known;
        double now = lastKnown > 0 ? last / lastKnown : mean;
        double spread = USUAL * Math.sqrt(Math.max(0, squares / known - mean * mean));
        return new Level(now, Math.min(mean, now) - spread, Math.max(mean, now) + spread);
    }
}
