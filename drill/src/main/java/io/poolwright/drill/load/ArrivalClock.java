package io.poolwright.drill.load;

import java.util.SplittableRandom;

/**
 * The intended start times of one run, in nanoseconds since its start, drawn from a seed and nothing else.
 *
 * <p>A gap is drawn at unit rate and then stretched by the rate in force, so a change of rate takes effect within the gap
 * that is running, and the same seed gives the same sequence of draws whatever the rates were.
 */
final class ArrivalClock {
    private static final double NANOS = 1e9;

    private final Arrivals arrivals;
    private final SplittableRandom random;
    private double perSecond;
    /** From here on, {@link #owed} mean gaps are left until the next arrival (ns). */
    private double anchor;

    private double owed;

    ArrivalClock(Arrivals arrivals, long seed, double perSecond) {
        this.arrivals = arrivals;
        this.random = new SplittableRandom(seed);
        this.perSecond = Rate.checked(perSecond);
        this.owed = arrivals.gap(random);
    }

    /** Arrivals per second now. */
    double rate() {
        return perSecond;
    }

    /** The next intended start in nanoseconds since the start; {@link Long#MAX_VALUE} while the rate is zero. */
    long next() {
        return (long) exactNext();
    }

    /** Moves on to the arrival after {@link #next()}. */
    void advance() {
        anchor = exactNext();
        owed = arrivals.gap(random);
    }

    /**
     * Changes the rate.
     *
     * @param at since when, in nanoseconds since the start; an arrival already due by then stays due
     */
    void rate(double newPerSecond, long at) {
        double due = exactNext();
        double checked = Rate.checked(newPerSecond);
        if (at > anchor) {
            owed = Math.max(0, owed - (at - anchor) * perSecond / NANOS);
            anchor = Math.min((double) at, due);
        }
        perSecond = checked;
    }

    private double exactNext() {
        if (owed == 0) {
            return anchor;
        }
        return anchor + owed / perSecond * NANOS;
    }
}
