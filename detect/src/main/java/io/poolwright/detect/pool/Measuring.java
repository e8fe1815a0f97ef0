package io.poolwright.detect.pool;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;

/**
 * Two readings of one pool and the time between them, as measures. What cannot be told from them is unknown: never
 * negative, never infinite.
 *
 * <ul>
 *   <li>One counter that went backwards says that the process behind all of them started anew: every rate of that interval
 *       is unknown.
 *   <li>A mean is the growth of a total by the growth of its count; with no growth there is no mean, and a gauge that still
 *       shows the last one is not asked. A source without totals is believed when it gives a mean itself.
 *   <li>A limit of 0, or of 2^31 - 1 and more, is how products write "none": unknown.
 * </ul>
 */
@SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
public final class Measuring {
    /** Two readings closer than this (ms) make rates of chance, and are refused. */
    public static final long LEAST_MILLIS = 50;

    /** How products write "no limit" into a number. */
    private static final double NO_LIMIT = Integer.MAX_VALUE;
    /** Sums of seconds are added up in floating point: they may lose the last digits (share). */
    private static final double ROUNDING = 1e-9;

    private static final Signal[] COUNTED_TOGETHER = {
        Signal.WAIT_SECONDS,
        Signal.WAITS,
        Signal.USE_SECONDS,
        Signal.USES,
        Signal.CREATE_SECONDS,
        Signal.CREATED,
        Signal.TIMEOUTS,
        Signal.BORROWS
    };

    private Measuring() {}

    /** Whether a reading may follow another in time: later by at least {@link #LEAST_MILLIS}. */
    public static boolean follows(long beforeMillis, long atMillis) {
        return atMillis - beforeMillis >= LEAST_MILLIS;
    }

    /** What one reading alone tells: its gauges. */
    public static Measures first(Reading reading) {
        double[] it = gauges(reading);
        it[Measure.WAIT_MEAN.ordinal()] = told(reading, Signal.WAIT_SECONDS, Signal.WAIT_MEAN);
        it[Measure.USE_MEAN.ordinal()] = told(reading, Signal.USE_SECONDS, Signal.USE_MEAN);
        return Measures.owning(it);
    }

    /**
     * What two readings of the same pool tell.
     *
     * @throws IllegalArgumentException when the second does not {@linkplain #follows follow} the first
     */
    public static Measures between(Reading before, long beforeMillis, Reading after, long atMillis) {
        if (!follows(beforeMillis, atMillis)) {
            throw new IllegalArgumentException("readings must follow each other by at least %d ms: %d, then %d"
                    .formatted(LEAST_MILLIS, beforeMillis, atMillis));
        }
        if (startedAnew(before, after)) {
            return first(after);
        }
        double seconds = (atMillis - beforeMillis) / 1000.0;
        double[] it = gauges(after);
        double waits = growth(before, after, Signal.WAITS);
        double uses = growth(before, after, Signal.USES);
        it[Measure.WAIT_MEAN.ordinal()] = mean(
                growth(before, after, Signal.WAIT_SECONDS), waits, told(after, Signal.WAIT_SECONDS, Signal.WAIT_MEAN));
        it[Measure.USE_MEAN.ordinal()] =
                mean(growth(before, after, Signal.USE_SECONDS), uses, told(after, Signal.USE_SECONDS, Signal.USE_MEAN));
        double borrows = growth(before, after, Signal.BORROWS);
        double served = Double.isNaN(borrows) ? (Double.isNaN(uses) ? waits : uses) : borrows;
        it[Measure.THROUGHPUT.ordinal()] = finite(served / seconds);
        it[Measure.CREATED.ordinal()] = finite(growth(before, after, Signal.CREATED) / seconds);
        it[Measure.TIMEOUTS.ordinal()] = finite(growth(before, after, Signal.TIMEOUTS) / seconds);
        return Measures.owning(it);
    }

    /** Whether a counter of the process went backwards between two readings. */
    static boolean startedAnew(Reading before, Reading after) {
        for (Signal signal : COUNTED_TOGETHER) {
            if (backwards(before.raw(signal), after.raw(signal))) {
                return true;
            }
        }
        return false;
    }

    /** Whether each counter that both readings have is at least as high in the second, and one is higher. */
    static boolean grewOn(Reading before, Reading after) {
        boolean higher = false;
        for (Signal signal : COUNTED_TOGETHER) {
            double a = before.raw(signal);
            double b = after.raw(signal);
            if (b < a) {
                return false;
            }
            higher |= b >= a && a > 0;
        }
        return higher;
    }

    /** By how much a counter grew; NaN when that is not known. */
    static double growth(Reading before, Reading after, Signal counter) {
        double a = before.raw(counter);
        double b = after.raw(counter);
        if (backwards(a, b)) {
            return Double.NaN;
        }
        return b < a ? 0 : b - a;
    }

    private static boolean backwards(double a, double b) {
        return b < a && a - b > ROUNDING * a;
    }

    private static double mean(double total, double count, double told) {
        if (Double.isNaN(total) || Double.isNaN(count)) {
            return told;
        }
        return count > 0 ? finite(total / count) : Double.NaN;
    }

    /** What the source itself gives as a mean; unknown where it gives a total, of which we know better. */
    private static double told(Reading reading, Signal total, Signal mean) {
        return reading.knows(total) ? Double.NaN : reading.raw(mean);
    }

    private static double[] gauges(Reading reading) {
        double[] it = Measures.unknown();
        double used = reading.raw(Signal.USED);
        double idle = reading.raw(Signal.IDLE);
        double total = reading.raw(Signal.TOTAL);
        it[Measure.USED.ordinal()] = Double.isNaN(used) ? rest(total, idle) : used;
        it[Measure.IDLE.ordinal()] = Double.isNaN(idle) ? rest(total, used) : idle;
        it[Measure.PENDING.ordinal()] = reading.raw(Signal.PENDING);
        it[Measure.MAX.ordinal()] = limit(reading.raw(Signal.MAX));
        it[Measure.WAIT_MAX.ordinal()] = reading.raw(Signal.WAIT_MAX);
        it[Measure.WAIT_P95.ordinal()] = reading.raw(Signal.WAIT_P95);
        it[Measure.USE_P95.ordinal()] = reading.raw(Signal.USE_P95);
        return it;
    }

    /** A part of a whole; unknown when the whole was read a moment apart and is smaller. */
    private static double rest(double whole, double part) {
        double rest = whole - part;
        return rest >= 0 ? rest : Double.NaN;
    }

    /** A limit as a number; unknown where it is how a product writes "none". */
    static double limit(double max) {
        return max > 0 && max < NO_LIMIT ? max : Double.NaN;
    }

    private static double finite(double value) {
        return value < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }
}
