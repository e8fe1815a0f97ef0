package io.poolwright.watch.head;

import io.poolwright.model.live.Measures;

/** The rows of a block, one after the other. */
final class BlockRows {
    private final BitSource source;
    private final Columns columns = new Columns();
    private final int rows;
    private int read;
    private long at;
    private long step = Times.FIRST_STEP;

    BlockRows(long first, int rows, BitSource source) {
        this.at = first;
        this.rows = rows;
        this.source = source;
    }

    /** Goes on to the next row; false after the last. */
    boolean next() {
        if (read == rows) {
            return false;
        }
        if (read++ > 0) {
            step += Times.read(source);
            at += step;
        }
        if (source.bit()) {
            for (int column = 0; column < Measures.COUNT; column++) {
                columns.read(source, column);
            }
        }
        return true;
    }

    /** Time of the row (ms). */
    long atMillis() {
        return at;
    }

    /** The row's value in a column, by the measure's place; NaN when unknown. */
    double value(int column) {
        return Double.longBitsToDouble(columns.value(column));
    }
}
