package io.poolwright.queueing.engine;

import java.util.Arrays;

/**
 * Times counted in buckets that grow with the time: 128 for each doubling, from 1 µs to more than an hour, so that a percentile is
 * right to 0.8 %. Recording costs a shift and an addition.
 */
public final class LogHistogram {
    private static final int SHIFT = 52 - 7;
    private static final double LEAST = 0x1p-20;
    private static final int FIRST = (int) (Double.doubleToRawLongBits(LEAST) >>> SHIFT);
    private static final int BUCKETS = 32 << 7;

    private final int[] counts;
    private long count;
    private double sum;

    /** Without any time. */
    public LogHistogram() {
        this(new int[BUCKETS], 0, 0);
    }

    private LogHistogram(int[] counts, long count, double sum) {
        this.counts = counts;
        this.count = count;
        this.sum = sum;
    }

    /** One more time, in seconds; 0 or more. */
    public void record(double seconds) {
        counts[bucket(seconds)]++;
        count++;
        sum += seconds;
    }

    /** Forgets all. */
    public void clear() {
        Arrays.fill(counts, 0);
        count = 0;
        sum = 0;
    }

    /** Times recorded. */
    public long count() {
        return count;
    }

    /** Their sum, in seconds, exact. */
    public double sum() {
        return sum;
    }

    /** As it is now. */
    public LogHistogram copy() {
        return new LogHistogram(counts.clone(), count, sum);
    }

    /** Takes in what another has counted. */
    public void add(LogHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        sum += other.sum;
    }

    /**
     * The time that this share of the recorded times did not exceed.
     *
     * @param share 0 to 1
     * @return seconds, the middle of its bucket; not a number when nothing was recorded
     */
    public double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        int bucket = -1;
        while (seen < rank) {
            seen += counts[++bucket];
        }
        return bucket == 0 ? 0 : (lowest(bucket) + lowest(bucket + 1)) / 2;
    }

    /** How many took longer than this, to the width of a bucket. */
    public long above(double seconds) {
        long sumAbove = 0;
        for (int i = bucket(seconds) + 1; i < BUCKETS; i++) {
            sumAbove += counts[i];
        }
        return sumAbove;
    }

    /** Shows each bucket with something in it, the shortest time first. */
    public void forEach(Bucket seen) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (counts[bucket] > 0) {
                seen.holds(bucket == 0 ? 0 : (lowest(bucket) + lowest(bucket + 1)) / 2, counts[bucket]);
            }
        }
    }

    /** Whoever wants to see the buckets. */
    @FunctionalInterface
    public interface Bucket {
        /**
         * One of them.
         *
         * @param seconds its middle
         * @param count times in it
         */
        void holds(double seconds, long count);
    }

    private static int bucket(double seconds) {
        int bucket = (int) (Double.doubleToRawLongBits(seconds) >>> SHIFT) - FIRST;
        return bucket < 0 ? 0 : Math.min(bucket, BUCKETS - 1);
    }

    private static double lowest(int bucket) {
        return Double.longBitsToDouble((long) (bucket + FIRST) << SHIFT);
    }
}
