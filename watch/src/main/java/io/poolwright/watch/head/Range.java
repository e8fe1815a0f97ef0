package io.poolwright.watch.head;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import java.util.Arrays;

/** One pool's measures over a time, oldest first: a column for each measure, NaN where it was unknown. */
public final class Range {
    private static final Range EMPTY = new Range(new long[0], new double[Measures.COUNT][0]);

    private final long[] atMillis;
    private final double[][] columns;

    /**
     * @param atMillis when (ms since 1970), each later than the one before; belongs to the range from now on
     * @param columns in the order of {@link Measure}, each as long as the times; likewise
     */
    public Range(long[] atMillis, double[][] columns) {
        if (columns.length != Measures.COUNT) {
            throw new IllegalArgumentException("%d columns, there are %d".formatted(columns.length, Measures.COUNT));
        }
        for (double[] column : columns) {
            if (column.length != atMillis.length) {
                throw new IllegalArgumentException("%d values, %d times".formatted(column.length, atMillis.length));
            }
        }
        this.atMillis = atMillis;
        this.columns = columns;
    }

    /** Nothing is known of the pool in that time. */
    public static Range empty() {
        return EMPTY;
    }

    /** How many looks. */
    public int size() {
        return atMillis.length;
    }

    /** When the looks were (ms since 1970); not to be changed. */
    public long[] atMillis() {
        return atMillis;
    }

    /** The measure's values, NaN where unknown; not to be changed. */
    @SuppressWarnings("EnumOrdinal") // a column's place is the measure's
    public double[] column(Measure measure) {
        return columns[measure.ordinal()];
    }

    /** The same cut to the rows from one place to before another. */
    Range cut(int from, int to) {
        if (from == 0 && to == atMillis.length) {
            return this;
        }
        double[][] shorter = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            shorter[i] = Arrays.copyOfRange(columns[i], from, to);
        }
        return new Range(Arrays.copyOfRange(atMillis, from, to), shorter);
    }
}
