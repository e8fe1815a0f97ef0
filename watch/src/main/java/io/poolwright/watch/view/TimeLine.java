package io.poolwright.watch.view;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Measures of one pool over a time: one column each, NaN where unknown. Never changes. */
@SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
public final class TimeLine {
    private static final TimeLine NOTHING = new TimeLine(new long[0], new double[Measures.COUNT][0]);

    private final long[] at;
    private final double[][] columns;

    private TimeLine(long[] at, double[][] columns) {
        this.at = at;
        this.columns = columns;
    }

    /** Of which nothing is known. */
    public static TimeLine nothing() {
        return NOTHING;
    }

    /**
     * Columns in the order of {@link Measure}.
     *
     * @param at times in ms since 1970, ascending
     * @param columns one for each measure, as long as {@code at}; NaN where unknown
     */
    public static TimeLine of(long[] at, double[][] columns) {
        if (columns.length != Measures.COUNT) {
            throw new IllegalArgumentException("%d columns, there are %d".formatted(columns.length, Measures.COUNT));
        }
        double[][] copy = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].length != at.length) {
                throw new IllegalArgumentException(
                        "column %d has %d points, there are %d times".formatted(i, columns[i].length, at.length));
            }
            copy[i] = columns[i].clone();
        }
        return new TimeLine(at.clone(), copy);
    }

    public int size() {
        return at.length;
    }

    /** Time of a point, in ms since 1970. */
    public long at(int point) {
        return at[point];
    }

    /** A measure at a point, in its unit; NaN where unknown. */
    public double raw(Measure measure, int point) {
        return columns[measure.ordinal()][point];
    }

    /** Whether the measure is known anywhere. */
    public boolean knows(Measure measure) {
        return Arrays.stream(columns[measure.ordinal()]).anyMatch(Double::isFinite);
    }

    /** Mean of what is known of a measure; empty when nothing is. */
    public OptionalDouble mean(Measure measure) {
        return Arrays.stream(columns[measure.ordinal()])
                .filter(Double::isFinite)
                .average();
    }

    /** The points from a time on. */
    public TimeLine since(long from) {
        int first = 0;
        while (first < at.length && at[first] < from) {
            first++;
        }
        return slice(first, at.length);
    }

    private TimeLine slice(int first, int end) {
        double[][] some = new double[columns.length][];
        for (int i = 0; i < some.length; i++) {
            some[i] = Arrays.copyOfRange(columns[i], first, end);
        }
        return new TimeLine(Arrays.copyOfRange(at, first, end), some);
    }

    /**
     * The same with no more points than wanted: each stands for as many looks, with the highest number waiting and the
     * longest waits among them, the last limit, and the mean of everything else.
     */
    public TimeLine thinned(int most) {
        if (at.length <= most || most < 1) {
            return this;
        }
        int each = (at.length + most - 1) / most;
        int points = (at.length + each - 1) / each;
        long[] times = new long[points];
        double[][] thin = new double[columns.length][points];
        for (int i = 0; i < points; i++) {
            int from = i * each;
            int to = Math.min(at.length, from + each);
            times[i] = at[to - 1];
            for (Measure measure : Measure.values()) {
                thin[measure.ordinal()][i] = one(measure, columns[measure.ordinal()], from, to);
            }
        }
        return new TimeLine(times, thin);
    }

    private static double one(Measure measure, double[] column, int from, int to) {
        double sum = 0;
        double highest = Double.NaN;
        double last = Double.NaN;
        int known = 0;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(column[i])) {
                sum += column[i];
                known++;
                last = column[i];
                highest = Double.isNaN(highest) ? last : Math.max(highest, last);
            }
        }
        return switch (measure) {
            case PENDING, WAIT_MAX, WAIT_P95, USE_P95 -> highest;
            case MAX -> last;
            default -> known == 0 ? Double.NaN : sum / known;
        };
    }
}
