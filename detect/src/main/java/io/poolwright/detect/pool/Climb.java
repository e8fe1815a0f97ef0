package io.poolwright.detect.pool;

import java.util.Arrays;

/**
 * How a pool's use went over the last {@value #POINTS} buckets of one width: the mean used, what of it no use time explains,
 * and the throughput, each unknown where it was. The newest bucket is still being filled.
 */
final class Climb {
    static final int POINTS = 20;

    final long width;
    private final float[] used = unknown();
    private final float[] unexplained = unknown();
    private final float[] served = unknown();
    private long bucket = Long.MIN_VALUE;

    private double seconds;
    private double usedSum;
    private double unexplainedSeconds;
    private double unexplainedSum;
    private double servedSeconds;
    private double servedSum;

    /** Buckets of this width (ms). */
    Climb(long width) {
        this.width = width;
    }

    /** What there is to follow. */
    enum Course {
        /** Mean used. */
        USED,
        /** Mean used, less what the use times of what came back account for. */
        UNEXPLAINED,
        /** Throughput (1/s). */
        SERVED
    }

    /** Adds what was so for some seconds until now; answers whether this closed a bucket. NaN is unknown, save for the used. */
    boolean add(long now, double span, double usedNow, double unexplainedNow, double servedNow) {
        long next = Math.floorDiv(now, width);
        boolean closed = false;
        if (next != bucket) {
            closed = bucket != Long.MIN_VALUE && next > bucket;
            turnTo(next);
        }
        seconds += span;
        usedSum += span * usedNow;
        if (!Double.isNaN(unexplainedNow)) {
            unexplainedSeconds += span;
            unexplainedSum += span * unexplainedNow;
        }
        if (!Double.isNaN(servedNow)) {
            servedSeconds += span;
            servedSum += span * servedNow;
        }
        return closed;
    }

    private void turnTo(long next) {
        if (bucket == Long.MIN_VALUE || next < bucket || next - bucket > POINTS) {
            clear();
            bucket = next;
            return;
        }
        int at = place(bucket);
        used[at] = (float) (usedSum / seconds);
        unexplained[at] = unexplainedSeconds > seconds / 2 ? (float) (unexplainedSum / unexplainedSeconds) : Float.NaN;
        served[at] = servedSeconds > seconds / 2 ? (float) (servedSum / servedSeconds) : Float.NaN;
        while (++bucket < next) {
            int empty = place(bucket);
            used[empty] = Float.NaN;
            unexplained[empty] = Float.NaN;
            served[empty] = Float.NaN;
        }
        empty();
    }

    void clear() {
        Arrays.fill(used, Float.NaN);
        Arrays.fill(unexplained, Float.NaN);
        Arrays.fill(served, Float.NaN);
        bucket = Long.MIN_VALUE;
        empty();
    }

    private void empty() {
        seconds = 0;
        usedSum = 0;
        unexplainedSeconds = 0;
        unexplainedSum = 0;
        servedSeconds = 0;
        servedSum = 0;
    }

    /** The course of the last closed buckets, oldest first, into an array; NaN where unknown. */
    void last(Course course, double[] into) {
        float[] from = of(course);
        for (int i = 0; i < into.length; i++) {
            into[i] = from[place(bucket - into.length + i)];
        }
    }

    /** The mean of the last few closed buckets; NaN when none of them is known. */
    double mean(Course course, int count) {
        float[] from = of(course);
        double sum = 0;
        int known = 0;
        for (int i = 1; i <= count; i++) {
            float value = from[place(bucket - i)];
            if (!Float.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return sum / known;
    }

    private float[] of(Course course) {
        return switch (course) {
            case USED -> used;
            case UNEXPLAINED -> unexplained;
            case SERVED -> served;
        };
    }

    private static int place(long bucket) {
        return (int) Math.floorMod(bucket, (long) POINTS);
    }

    private static float[] unknown() {
        float[] all = new float[POINTS];
        Arrays.fill(all, Float.NaN);
        return all;
    }
}
