package io.poolwright.watch.history;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import java.time.Duration;

/** One pool's measures over a time, oldest first: of each step the mean and the highest, NaN where nothing was known. */
public final class Trend {
    private final Duration step;
    private final long[] atMillis;
    private final double[][] means;
    private final double[][] highest;

    /**
     * @param step what a point stands for
     * @param atMillis where each begins (ms since 1970); steps of which nothing is known are left out
     * @param means in the order of {@link Measure}; belongs to the trend from now on
     * @param highest likewise
     */
    public Trend(Duration step, long[] atMillis, double[][] means, double[][] highest) {
        if (means.length != Measures.COUNT || highest.length != Measures.COUNT) {
            throw new IllegalArgumentException("%d columns, there are %d".formatted(means.length, Measures.COUNT));
        }
        this.step = step;
        this.atMillis = atMillis;
        this.means = means;
        this.highest = highest;
    }

    /** What a point stands for. */
    public Duration step() {
        return step;
    }

    /** How many points. */
    public int size() {
        return atMillis.length;
    }

    /** Where each point begins (ms since 1970); not to be changed. */
    public long[] atMillis() {
        return atMillis;
    }

    /** The measure's mean in each step, NaN where unknown; not to be changed. */
    @SuppressWarnings("EnumOrdinal") // a column's place is the measure's
    public double[] mean(Measure measure) {
        return means[measure.ordinal()];
    }

    /** The measure's highest value in each step, NaN where unknown; not to be changed. */
    @SuppressWarnings("EnumOrdinal") // a column's place is the measure's
    public double[] highest(Measure measure) {
        return highest[measure.ordinal()];
    }
}
