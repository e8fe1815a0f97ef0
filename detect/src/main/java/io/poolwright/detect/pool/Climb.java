package io.poolwright.detect.pool;

import java.util.Arrays;

/**
 * How a pool's use went over the last {@value #POINTS} buckets of one width: the mean used, and beside it either what of it no
 * use time explains, or, where use times are not known, the throughput; unknown where it was. The newest bucket is still being
 * filled.
 */
final class Climb {
    static final int POINTS = 20;

    private static final int COURSES = 2;

    final long width;
    /** Pairs of used and beside, the oldest after the newest. */
    private final float[] points = new float[POINTS * COURSES];
    /** Where the bucket that is being filled will go, and when it ends (ms since the epoch). */
    private int open;

    private long end = Long.MIN_VALUE;
    private boolean explains;
    private float seconds;
    private float usedSum;
    private float besideSeconds;
    private float besideSum;

    /** Buckets of this width (ms). */
    Climb(long width) {
        this.width = width;
        Arrays.fill(points, Float.NaN);
    }

    /** What there is to follow. */
    enum Course {
        /** Mean used. */
        USED,
        /** Mean used, less what the use times of what came back account for. */
        UNEXPLAINED,
        /** Throughput (1/s), where use times are not known. */
        SERVED
    }

    /**
     * Adds what was so for some seconds until now; answers whether this closed a bucket.
     *
     * @param unexplained what of the used no use time explains; NaN where use times are not known
     * @param served throughput; NaN where it is not known
     */
    boolean add(long now, double span, double used, double unexplained, double served) {
        boolean knows = !Double.isNaN(unexplained);
        if (knows && !explains) {
            clear();
            explains = true;
        }
        boolean closed = false;
        if (now >= end) {
            closed = end != Long.MIN_VALUE;
            turnTo(now);
        }
        seconds += (float) span;
        usedSum += (float) (span * used);
        double beside = explains ? unexplained : served;
        if (!Double.isNaN(beside)) {
            besideSeconds += (float) span;
            besideSum += (float) (span * beside);
        }
        return closed;
    }

    private void turnTo(long now) {
        long bucket = Math.floorDiv(now, width);
        if (end != Long.MIN_VALUE) {
            long skipped = bucket - end / width;
            points[open] = usedSum / seconds;
            points[open + 1] = besideSeconds > seconds / 2 ? besideSum / besideSeconds : Float.NaN;
            next();
            for (long i = Math.min(skipped, POINTS); i > 0; i--) {
                points[open] = Float.NaN;
                points[open + 1] = Float.NaN;
                next();
            }
        }
        end = (bucket + 1) * width;
        seconds = 0;
        usedSum = 0;
        besideSeconds = 0;
        besideSum = 0;
    }

    private void next() {
        open += COURSES;
        if (open == points.length) {
            open = 0;
        }
    }

    void clear() {
        Arrays.fill(points, Float.NaN);
        end = Long.MIN_VALUE;
        explains = false;
        seconds = 0;
        usedSum = 0;
        besideSeconds = 0;
        besideSum = 0;
    }

    /** The course of the last closed buckets, oldest first; NaN where unknown. */
    double[] last(Course course, int count) {
        double[] series = new double[count];
        for (int i = 0; i < count; i++) {
            series[i] = point(course, count - i);
        }
        return series;
    }

    /** The mean of the last few closed buckets; NaN when none of them is known. */
    double mean(Course course, int count) {
        double sum = 0;
        int known = 0;
        for (int i = 1; i <= count; i++) {
            double value = point(course, i);
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return sum / known;
    }

    /** The point so many buckets back, the last closed one being 1. */
    private double point(Course course, int back) {
        int at = Math.floorMod(open - back * COURSES, points.length);
        return switch (course) {
            case USED -> points[at];
            case UNEXPLAINED -> explains ? points[at + 1] : Double.NaN;
            case SERVED -> explains ? Double.NaN : points[at + 1];
        };
    }
}
