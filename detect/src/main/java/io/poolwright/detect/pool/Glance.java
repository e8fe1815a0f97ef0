package io.poolwright.detect.pool;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What the judges of one pool see in one look. One object serves all looks, so that ten thousand pools a second cost no
 * garbage; NaN is unknown throughout.
 */
final class Glance {
    final PoolId pool;
    final Trail trail = new Trail();
    final Outlook outlook = new Outlook();
    Expectations expected = Expectations.none();
    /** What the callers of the pool have, as {@link #expected} says. */
    Budget callers = Budget.ofCaller(expected);
    /** What a balancer lets a request wait, likewise. */
    Budget queue = Budget.ofQueue(expected);

    /** Time of the look (ms since the epoch). */
    long now;
    /** Time since the look before that was answered (s); NaN when there is none. */
    double seconds = Double.NaN;
    /** Why the source was silent; empty text when it answered. */
    String silence = "";

    Measures measures = Measures.nothing();
    double used = Double.NaN;
    double idle = Double.NaN;
    double idleBefore = Double.NaN;
    double max = Double.NaN;
    double pending = Double.NaN;
    /** Served (1/s). */
    double throughput = Double.NaN;
    /** Callers that gave up since the look before. */
    double timeouts = Double.NaN;
    /** Callers that gave up or were turned away since the look before. */
    double lost = Double.NaN;
    /** Connections that the source itself reported as leaked since the look before. */
    double leaks = Double.NaN;
    /** What a caller now has to wait (s), as far as it can be told; unknown when nobody waits. */
    double wait = Double.NaN;
    /** Whether the process began anew since the look before, so that nothing from before holds. */
    boolean startedAnew;

    private @Nullable Reading before;
    private @Nullable Reading beforeThatStart;
    private long beforeMillis;

    Glance(PoolId pool, Expectations expected) {
        this.pool = pool;
        expect(expected);
    }

    void expect(Expectations next) {
        expected = next;
        callers = Budget.ofCaller(next);
        queue = Budget.ofQueue(next);
    }

    /** The last reading; empty of everything before the first. */
    Reading reading() {
        return before == null ? Reading.of(pool).build() : before;
    }

    boolean silent() {
        return !silence.isEmpty();
    }

    /** Whether everything is lent out; false as well when it is not known. */
    boolean full() {
        return used >= max;
    }

    /** The source answered. */
    void see(long at, Reading next) {
        now = at;
        silence = "";
        startedAnew = false;
        Reading last = before;
        boolean told = false;
        if (last == null) {
            seconds = Double.NaN;
        } else {
            seconds = (at - beforeMillis) / 1000.0;
            startedAnew = Measuring.startedAnew(last, next);
            Reading ghost = beforeThatStart;
            // Counters that jump back to where they were before a new start: two processes answer by turns.
            boolean byTurns = ghost != null && !startedAnew && Measuring.grewOn(ghost, next);
            beforeThatStart = startedAnew ? last : null;
            told = !startedAnew && !byTurns;
        }
        measures = told && last != null ? Measuring.between(last, beforeMillis, next, at) : Measuring.first(next);
        timeouts = told && last != null ? Measuring.growth(last, next, Signal.TIMEOUTS) : Double.NaN;
        leaks = told && last != null ? Measuring.growth(last, next, Signal.LEAKS) : Double.NaN;
        lost = both(timeouts, told && last != null ? Measuring.growth(last, next, Signal.REFUSED) : Double.NaN);
        double waits = told && last != null ? Measuring.growth(last, next, Signal.WAITS) : Double.NaN;
        before = next;
        beforeMillis = at;
        unpack();
        wait = waitNow(next.knows(Signal.WAIT_SECONDS));
        if (seconds * 1000 <= Held.LONGEST_GAP) {
            trail.add(at, seconds, measures, waits, lost);
            double useSeconds = told && last != null ? Measuring.growth(last, next, Signal.USE_SECONDS) : Double.NaN;
            outlook.look(
                    this,
                    Double.isNaN(useSeconds) ? throughput * measures.raw(Measure.USE_MEAN) : useSeconds / seconds);
        }
    }

    /** The source was silent. */
    void miss(long at, String reason) {
        now = at;
        silence = reason.isEmpty() ? "no answer" : reason;
        startedAnew = false;
        measures = Measures.nothing();
        timeouts = Double.NaN;
        lost = Double.NaN;
        leaks = Double.NaN;
        wait = Double.NaN;
        unpack();
    }

    private void unpack() {
        idleBefore = idle;
        used = measures.raw(Measure.USED);
        idle = measures.raw(Measure.IDLE);
        max = measures.raw(Measure.MAX);
        pending = measures.raw(Measure.PENDING);
        throughput = measures.raw(Measure.THROUGHPUT);
    }

    /**
     * Waits that ended since the look before tell it best. When none did, or the source has only a mean of old waits, those
     * in line tell it by Little's law: line by throughput; and when nobody at all was served, they waited since then.
     */
    private double waitNow(boolean totals) {
        double mean = measures.raw(Measure.WAIT_MEAN);
        if (totals && mean >= 0) {
            return mean;
        }
        if (pending == 0) {
            return throughput > 0 ? mean : Double.NaN;
        }
        double byLine = pending > 0 ? (throughput == 0 ? seconds : pending / throughput) : Double.NaN;
        if (Double.isNaN(mean) || Double.isNaN(byLine)) {
            return Double.isNaN(mean) ? byLine : mean;
        }
        return Math.max(mean, byLine);
    }

    private static double both(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) ? b : a;
        }
        return a + b;
    }
}
