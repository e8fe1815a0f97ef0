package io.poolwright.watch.head;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;

/** The block that is being written; not for several threads. */
final class OpenBlock {
    private static final Measure[] MEASURES = Measure.values();
    /** Objects and fields of an open block (bytes). */
    private static final long OVERHEAD = 180 + 10L * Measures.COUNT;

    private final BitSink sink = new BitSink();
    private final Columns columns = new Columns();
    private final long first;
    private long last;
    private long step = Times.FIRST_STEP;
    private int rows;

    /** @param first time of the row that will come first (ms) */
    OpenBlock(long first) {
        this.first = first;
        this.last = first;
    }

    /** Adds a row that is not older than the last. */
    void add(long at, Measures measures) {
        if (rows++ > 0) {
            long now = at - last;
            Times.write(sink, now - step);
            step = now;
            last = at;
        }
        if (same(measures)) {
            sink.write(0, 1);
            return;
        }
        sink.write(1, 1);
        for (int i = 0; i < MEASURES.length; i++) {
            columns.write(sink, i, Kept.bits(measures.raw(MEASURES[i])));
        }
    }

    private boolean same(Measures measures) {
        for (int i = 0; i < MEASURES.length; i++) {
            if (columns.value(i) != Kept.bits(measures.raw(MEASURES[i]))) {
                return false;
            }
        }
        return true;
    }

    long first() {
        return first;
    }

    int rows() {
        return rows;
    }

    /** What was added so far. */
    Block closed() {
        return new Block(first, last, rows, sink.copy());
    }

    /** Memory that is held (bytes). */
    long bytes() {
        return OVERHEAD + sink.bytes();
    }
}
