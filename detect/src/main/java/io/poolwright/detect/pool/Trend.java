package io.poolwright.detect.pool;

import java.util.Arrays;
import java.util.Optional;

/**
 * A steady rise of a series of evenly spaced points, some of them unknown.
 *
 * <p>The slope is the median of the slopes between all pairs of points (Theil and Sen), which one wild point in four does not
 * move. Its uncertainty is that of least squares, with the spread taken from the median deviation and with fewer points than
 * there are, as neighbours that resemble each other tell less.
 *
 * @param slope rise from one point to the next
 * @param low the least slope that the points allow
 * @param high the greatest
 */
record Trend(double slope, double low, double high) {
    /** Known points that a rise must be seen in. */
    static final int LEAST_POINTS = 9;

    /** Standard errors on either side of the slope: about nine in ten forecasts, measured. */
    private static final double ERRORS = 2.2;
    /** Counts are whole numbers: a mean of them is never surer than this. */
    private static final double LEAST_SPREAD = 0.15;
    /** A median absolute deviation in standard deviations of a normal spread. */
    private static final double MAD = 1.4826;
    /** The first half must rise at least this share of the whole's slope. */
    private static final double FIRST_HALF = 0.4;

    /**
     * The rise of a series, if it is steady and sure and at least so much from end to end.
     *
     * @param sure standard errors that the slope must be worth
     * @param unbent share of the slope that the second half must still have
     */
    static Optional<Trend> steady(double[] series, double leastRise, double sure, double unbent) {
        int n = series.length;
        int known = 0;
        for (double value : series) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        if (known < LEAST_POINTS || !(mean(series, 2 * n / 3, n) - mean(series, 0, n / 3) >= leastRise / 2)) {
            return Optional.empty();
        }
        double slope = slope(series, 0, n);
        double lately = slope(series, n / 2, n);
        if (!(slope * (n - 1) >= leastRise)
                || !(slope(series, 0, n / 2) >= FIRST_HALF * slope)
                || !(lately >= unbent * slope)
                || isAStep(series, slope)) {
            return Optional.empty();
        }
        double error = error(series, slope);
        // It may have begun within the series: the second half's own slope is always thought possible.
        return slope >= sure * error
                ? Optional.of(new Trend(
                        slope, Math.min(lately, slope - ERRORS * error), Math.max(lately, slope + ERRORS * error)))
                : Optional.empty();
    }

    private static double slope(double[] series, int from, int to) {
        double[] slopes = new double[(to - from) * (to - from - 1) / 2];
        int count = 0;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                double slope = (series[j] - series[i]) / (j - i);
                if (!Double.isNaN(slope)) {
                    slopes[count++] = slope;
                }
            }
        }
        return median(slopes, count);
    }

    /** Whether one step explains the series better than a line does. */
    private static boolean isAStep(double[] series, double slope) {
        double line = 0;
        double lineSquares = 0;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < series.length; i++) {
            if (!Double.isNaN(series[i])) {
                double rest = series[i] - slope * i;
                line += rest;
                lineSquares += rest * rest;
                sum += series[i];
                squares += series[i] * series[i];
                count++;
            }
        }
        double offLine = lineSquares - line * line / count;
        double before = 0;
        int below = 0;
        for (double value : series) {
            if (!Double.isNaN(value)) {
                before += value;
                below++;
                double after = sum - before;
                double offStep =
                        squares - before * before / below - (below < count ? after * after / (count - below) : 0);
                if (offStep < offLine) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The standard error of the slope. */
    private static double error(double[] series, double slope) {
        int n = series.length;
        double[] rest = new double[n];
        double[] sorted = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            rest[i] = series[i] - slope * i;
            if (!Double.isNaN(rest[i])) {
                sorted[count++] = rest[i];
            }
        }
        double middle = median(sorted, count);
        count = 0;
        double squares = 0;
        double neighbours = 0;
        double spanned = 0;
        double centre = (n - 1) / 2.0;
        for (int i = 0; i < n; i++) {
            rest[i] -= middle;
            if (!Double.isNaN(rest[i])) {
                sorted[count++] = Math.abs(rest[i]);
                squares += rest[i] * rest[i];
                neighbours += i > 0 && !Double.isNaN(rest[i - 1]) ? rest[i] * rest[i - 1] : 0;
                spanned += (i - centre) * (i - centre);
            }
        }
        double spread = Math.max(LEAST_SPREAD, Math.max(Math.sqrt(squares / count), MAD * median(sorted, count)));
        double alike = squares > 0 ? Math.min(0.8, Math.max(0, neighbours / squares)) : 0;
        return spread / Math.sqrt(spanned * (1 - alike) / (1 + alike));
    }

    private static double mean(double[] series, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(series[i])) {
                sum += series[i];
                count++;
            }
        }
        return sum / count;
    }

    private static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, count);
        return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
    }
}
