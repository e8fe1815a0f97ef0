package io.poolwright.simulate;

import io.poolwright.queueing.engine.LogHistogram;
import java.util.OptionalDouble;

/**
 * How long things took: requests from birth to answer, retries included, or connections from lent to given back. Immutable.
 *
 * <p>Percentiles are right to 0.8 %.
 */
public final class Latency {
    private final LogHistogram times;

    private Latency(LogHistogram times) {
        this.times = times;
    }

    /** What was recorded until now; copied. */
    public static Latency of(LogHistogram recorded) {
        return new Latency(recorded.copy());
    }

    /** How many. */
    public long count() {
        return times.count();
    }

    /** Mean in seconds; empty when there was none. */
    public OptionalDouble mean() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(times.sum() / count());
    }

    /**
     * The time that {@code percent} per cent did not exceed.
     *
     * @param percent such as 99
     * @return seconds; empty when there was none
     */
    public OptionalDouble percentile(double percent) {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(times.quantile(percent / 100));
    }

    /**
     * The same percentile when those that failed count as having taken this long.
     *
     * @param failures how many
     * @param seconds how long each counts; longer than any answer is meant
     * @return seconds; empty when there was neither answer nor failure
     */
    public OptionalDouble percentile(double percent, long failures, double seconds) {
        long all = count() + failures;
        if (all == 0) {
            return OptionalDouble.empty();
        }
        double rank = percent / 100 * all;
        return OptionalDouble.of(rank > count() ? seconds : Math.min(seconds, times.quantile(rank / count())));
    }

    /** Share that took longer than this, to the width of a bucket; 0 when there was none. */
    public double shareBeyond(double seconds) {
        return count() == 0 ? 0 : times.above(seconds) / (double) count();
    }

    /** Each time that was recorded, to the width of a bucket and in seconds, with how often; the shortest first. */
    public void forEach(LogHistogram.Bucket seen) {
        times.forEach(seen);
    }

    /** Both together. */
    public Latency plus(Latency other) {
        LogHistogram sum = times.copy();
        sum.add(other.times);
        return new Latency(sum);
    }
}
