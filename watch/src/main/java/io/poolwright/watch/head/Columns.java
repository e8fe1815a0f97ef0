package io.poolwright.watch.head;

import io.poolwright.model.live.Measures;

/**
 * All measures' values as they are written and read: what differs from the value before, bit by bit, is a short run in the
 * middle, and often in the same place as the last one.
 *
 * <p>Source: Pelkonen et al., "Gorilla: a fast, scalable, in-memory time series database", VLDB 2015, §4.1.2. Ours leaves a
 * wide run as soon as a narrow one is cheaper, for a value that was unknown once widens it to all bits.
 */
final class Columns {
    private static final int LEADING_BITS = 5;
    private static final int MOST_LEADING = (1 << LEADING_BITS) - 1;
    private static final int WIDTH_BITS = 6;
    /** What it costs to say where a new run is. */
    private static final int NEW_RUN = LEADING_BITS + WIDTH_BITS;

    private final long[] values = new long[Measures.COUNT];
    private final byte[] leadings = new byte[Measures.COUNT];
    /** Of the run before (bits); 0 before the first. */
    private final byte[] widths = new byte[Measures.COUNT];

    /** The bits of a column's latest value. */
    long value(int column) {
        return values[column];
    }

    void write(BitSink sink, int column, long next) {
        long differs = values[column] ^ next;
        if (differs == 0) {
            sink.write(0, 1);
            return;
        }
        values[column] = next;
        int before = Math.min(Long.numberOfLeadingZeros(differs), MOST_LEADING);
        int behind = Long.numberOfTrailingZeros(differs);
        int needed = Long.SIZE - before - behind;
        int leading = leadings[column];
        int width = widths[column];
        int after = Long.SIZE - leading - width;
        if (width > 0 && before >= leading && behind >= after && width - needed <= NEW_RUN) {
            sink.write(0b10, 2);
        } else {
            leading = before;
            width = needed;
            after = behind;
            leadings[column] = (byte) leading;
            widths[column] = (byte) width;
            sink.write((0b11L << NEW_RUN) | ((long) leading << WIDTH_BITS) | (width - 1), 2 + NEW_RUN);
        }
        sink.write(differs >>> after, width);
    }

    void read(BitSource source, int column) {
        if (!source.bit()) {
            return;
        }
        if (source.bit()) {
            leadings[column] = (byte) source.bits(LEADING_BITS);
            widths[column] = (byte) (source.bits(WIDTH_BITS) + 1);
        }
        int width = widths[column];
        values[column] ^= source.bits(width) << (Long.SIZE - leadings[column] - width);
    }
}
