package io.poolwright.simulate;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * How long answered requests took, from the birth of the request to its answer, retries included. Immutable.
 *
 * <p>Kept to two decimal digits, from 1 µs to an hour.
 */
public final class Latency {
    private final Histogram micros;

    /** What was recorded, in microseconds; copied. */
    public Latency(Histogram micros) {
        this.micros = micros.copy();
    }

    /** Answered requests. */
    public long count() {
        return micros.getTotalCount();
    }

    /** Mean in seconds; empty when nothing was answered. */
    public OptionalDouble mean() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(micros.getMean() / 1e6);
    }

    /**
     * The time that {@code percent} per cent of answered requests did not exceed.
     *
     * @param percent such as 99
     * @return seconds; empty when nothing was answered
     */
    public OptionalDouble percentile(double percent) {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(micros.getValueAtPercentile(percent) / 1e6);
    }

    /**
     * The same percentile when those that failed counted as having taken this long.
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
        if (rank > count()) {
            return OptionalDouble.of(seconds);
        }
        return OptionalDouble.of(Math.min(seconds, micros.getValueAtPercentile(100 * rank / count()) / 1e6));
    }

    /** Share of the answered that took longer than this; 0 when nothing was answered. */
    public double shareBeyond(double seconds) {
        return count() == 0 ? 0 : 1 - micros.getCountBetweenValues(0, (long) (seconds * 1e6)) / (double) count();
    }

    /** Both together. */
    public Latency plus(Latency other) {
        Histogram sum = micros.copy();
        sum.add(other.micros);
        return new Latency(sum);
    }
}
