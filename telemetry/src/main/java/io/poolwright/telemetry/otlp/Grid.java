package io.poolwright.telemetry.otlp;

import io.poolwright.telemetry.otlp.Point.Numbers;

/**
 * Brings exponential histograms to one set of bounds, so that two of them can be subtracted though their scale changed:
 * two bounds for each doubling, from 2^-14 to 2^18 in the metric's own unit.
 *
 * <p>Source: OpenTelemetry metrics data model, "ExponentialHistogram": a bucket of index i at scale s holds values above
 * b^i up to b^(i+1), with b = 2^(2^-s). A finer scale merges into the grid exactly; of a coarser one the values are taken
 * to lie evenly within their bucket.
 */
final class Grid {
    private static final int LOWEST = -28; // in half doublings
    private static final int HIGHEST = 36;
    private static final int SCALE = 1;
    private static final double[] BOUNDS = bounds();

    private Grid() {}

    static Numbers.Buckets buckets(
            double count, double sum, double max, int scale, double zeros, int offset, double[] positive) {
        double[] counts = new double[BOUNDS.length + 1];
        counts[0] = zeros;
        for (int i = 0; i < positive.length; i++) {
            long index = (long) offset + i;
            if (positive[i] == 0) {
                continue;
            }
            if (scale >= SCALE) {
                counts[place(index >> Math.min(62, scale - SCALE))] += positive[i];
            } else {
                spread(counts, index, scale, positive[i]);
            }
        }
        return new Numbers.Buckets(count, sum, max, BOUNDS.clone(), counts);
    }

    /** Where the cell is that begins so many half doublings above 1. */
    private static int place(long halfDoublings) {
        return (int) Math.max(0, Math.min(BOUNDS.length, halfDoublings + 1 - LOWEST));
    }

    private static void spread(double[] counts, long index, int scale, double values) {
        int wider = Math.min(40, SCALE - scale);
        double from = bounded((double) index * Math.pow(2, wider));
        double to = bounded(((double) index + 1) * Math.pow(2, wider));
        if (from >= to) {
            counts[place((long) from)] += values;
            return;
        }
        double width = bound(to) - bound(from);
        for (int cell = (int) from; cell < (int) to; cell++) {
            counts[place(cell)] += values * (bound(cell + 1) - bound(cell)) / width;
        }
    }

    private static double bounded(double halfDoublings) {
        return Math.max(LOWEST - 1, Math.min(HIGHEST + 1, halfDoublings));
    }

    private static double bound(double halfDoublings) {
        return Math.pow(2, halfDoublings / 2);
    }

    private static double[] bounds() {
        double[] bounds = new double[HIGHEST - LOWEST + 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = bound(LOWEST + i);
        }
        return bounds;
    }
}
