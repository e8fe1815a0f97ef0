package io.poolwright.watch.head;

/** Reads bits in the order in which {@link BitSink} wrote them. */
final class BitSource {
    private final long[] words;
    private int at;

    BitSource(long[] words) {
        this.words = words;
    }

    boolean bit() {
        boolean set = (words[at >>> 6] << (at & 63)) < 0;
        at++;
        return set;
    }

    /** The next 1 to 64 bits, without a sign. */
    long bits(int bits) {
        int word = at >>> 6;
        int offset = at & 63;
        at += bits;
        long value = words[word] << offset;
        if (offset + bits > Long.SIZE) {
            value |= words[word + 1] >>> (Long.SIZE - offset);
        }
        return value >>> (Long.SIZE - bits);
    }

    /** The next bits as a number with a sign. */
    long signed(int bits) {
        int above = Long.SIZE - bits;
        return bits(bits) << above >> above;
    }
}
