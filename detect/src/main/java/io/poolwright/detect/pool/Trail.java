package io.poolwright.detect.pool;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import java.util.Arrays;

/**
 * The last five minutes of one pool in ten slots of 30 s: what the slower judgements add up, whatever the interval
 * between looks. A look counts for the slot in which it was taken.
 */
@SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
final class Trail {
    private static final int SLOTS = 10;
    private static final long SLOT_MILLIS = 30_000;

    private final float[] sums = new float[SLOTS * Sum.COUNT];
    /** Where the slot that is being filled starts, and when it ends (ms since the epoch). */
    private int start;

    private long end = Long.MIN_VALUE;

    /** What is added up. */
    enum Sum {
        /** Seconds of which the load is known. */
        LOAD_SECONDS,
        /** Used by max, times seconds. */
        LOAD,
        /** Seconds waited, by those who ended their wait. */
        WAIT_SECONDS,
        /** How many that were. */
        WAITS,
        /** Callers that gave up or were turned away. */
        LOST,
        /** Connections opened. */
        CREATED,
        /** Seconds of which the throughput is known. */
        SERVED_SECONDS,
        /** Borrows or requests served. */
        SERVED;

        private static final int COUNT = values().length;
    }

    /** Adds one look: what was measured over the seconds before it, and how many callers were lost in them. */
    void add(long now, double seconds, Measures measures, double waits, double lost) {
        int at = turnTo(now);
        double used = measures.raw(Measure.USED);
        double max = measures.raw(Measure.MAX);
        if (used >= 0 && max > 0) {
            put(at, Sum.LOAD_SECONDS, seconds);
            put(at, Sum.LOAD, seconds * used / max);
        }
        double served = measures.raw(Measure.THROUGHPUT) * seconds;
        if (served >= 0) {
            put(at, Sum.SERVED_SECONDS, seconds);
            put(at, Sum.SERVED, served);
        }
        double weight = waits >= 0 ? waits : served >= 0 ? served : seconds;
        double waited = measures.raw(Measure.WAIT_MEAN) * weight;
        if (waited >= 0) {
            put(at, Sum.WAIT_SECONDS, waited);
            put(at, Sum.WAITS, weight);
        }
        put(at, Sum.CREATED, measures.raw(Measure.CREATED) * seconds);
        put(at, Sum.LOST, lost);
    }

    /** The sum over the last minute: two slots, the one that is being filled among them. */
    double minute(Sum what) {
        return sum(what, 2);
    }

    /** The sum over the last three minutes. */
    double threeMinutes(Sum what) {
        return sum(what, 6);
    }

    /** The sum over the last five minutes. */
    double fiveMinutes(Sum what) {
        return sum(what, SLOTS);
    }

    private double sum(Sum what, int slots) {
        double sum = 0;
        int at = start + what.ordinal();
        for (int back = 0; back < slots; back++) {
            sum += sums[at];
            at -= Sum.COUNT;
            if (at < 0) {
                at += SLOTS * Sum.COUNT;
            }
        }
        return sum;
    }

    private void put(int at, Sum what, double value) {
        if (value >= 0) {
            sums[at + what.ordinal()] += (float) value;
        }
    }

    /** The place of the slot that a time belongs to; it and those skipped are empty when the time is new. */
    private int turnTo(long now) {
        if (now >= end) {
            long slot = Math.floorDiv(now, SLOT_MILLIS);
            long skipped = end == Long.MIN_VALUE ? SLOTS : slot - end / SLOT_MILLIS + 1;
            for (long i = Math.min(skipped, SLOTS); i > 0; i--) {
                start += Sum.COUNT;
                if (start == SLOTS * Sum.COUNT) {
                    start = 0;
                }
                Arrays.fill(sums, start, start + Sum.COUNT, 0);
            }
            end = (slot + 1) * SLOT_MILLIS;
        }
        return start;
    }
}
