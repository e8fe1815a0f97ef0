package io.poolwright.simulate.compare;

/** The bins that times are counted in: each 2 % wider than the one before, from 0.1 ms to an hour. */
final class Bins {
    private static final double SHORTEST = 1e-4;
    private static final double LOG_STEP = Math.log(1.02);
    private static final double LONGEST = 3600;
    /** How many there are. */
    static final int COUNT = of(LONGEST) + 1;

    private Bins() {}

    /** The bin of a time in seconds; those beyond the ends fall into the first and the last. */
    static int of(double seconds) {
        double within = Math.min(LONGEST, Math.max(SHORTEST, seconds));
        return (int) Math.round(Math.log(within / SHORTEST) / LOG_STEP);
    }

    /** The middle of a bin, in seconds. */
    static double seconds(int bin) {
        return SHORTEST * Math.exp(bin * LOG_STEP);
    }

    /** The percentile of what was counted; NaN when nothing was. */
    static double percentile(long[] counts, double percent) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        if (all == 0) {
            return Double.NaN;
        }
        double rank = percent / 100 * all;
        long seen = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            seen += counts[bin];
            if (seen >= rank) {
                return seconds(bin);
            }
        }
        return seconds(counts.length - 1);
    }
}
