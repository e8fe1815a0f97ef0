package io.poolwright.watch.head;

/** Consecutive looks at one pool, compressed; it does not change any more. */
final class Block {
    /** Object headers and fields of a block and its array (bytes). */
    private static final long OVERHEAD = 56;

    private final long first;
    private final long last;
    private final int rows;
    private final long[] words;

    /**
     * @param first time of the first row (ms)
     * @param last time of the last row (ms)
     * @param words what {@link OpenBlock} wrote; belongs to the block from now on
     */
    Block(long first, long last, int rows, long[] words) {
        this.first = first;
        this.last = last;
        this.rows = rows;
        this.words = words;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    int rows() {
        return rows;
    }

    BlockRows open() {
        return new BlockRows(first, rows, new BitSource(words));
    }

    /** Memory that is held (bytes). */
    long bytes() {
        return OVERHEAD + 8L * words.length;
    }
}
