package io.poolwright.watch.head;

import java.util.Arrays;

/** Bits that are written one after the other, the highest first; not for several threads. */
final class BitSink {
    private static final int FIRST_WORDS = 16;

    private long[] words = new long[FIRST_WORDS];
    private int length;

    /** Writes the lowest bits of the value; the bits above them must be 0. */
    void write(long value, int bits) {
        int word = length >>> 6;
        int free = Long.SIZE - (length & 63);
        if (word + 2 > words.length) {
            words = Arrays.copyOf(words, words.length + (words.length >> 1));
        }
        if (bits <= free) {
            words[word] |= value << (free - bits);
        } else {
            words[word] |= value >>> (bits - free);
            words[word + 1] = value << (Long.SIZE - (bits - free));
        }
        length += bits;
    }

    /** What was written so far, and room for nothing more. */
    long[] copy() {
        return Arrays.copyOf(words, (length + Long.SIZE - 1) >>> 6);
    }

    /** Memory that is held (bytes). */
    long bytes() {
        return 8L * words.length;
    }
}
