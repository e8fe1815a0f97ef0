package io.poolwright.watch.head;

/** How times are written: how much longer than the step before a step was, most often nothing, then a few ms. */
final class Times {
    /** The step that a block expects at its start (ms). */
    static final long FIRST_STEP = 1000;

    private static final int SMALL = 7;
    private static final int MIDDLE = 9;
    private static final int LARGE = 12;

    private Times() {}

    /** Writes a difference of two steps (ms). */
    static void write(BitSink sink, long difference) {
        if (difference == 0) {
            sink.write(0, 1);
        } else if (fits(difference, SMALL)) {
            sink.write(0b10, 2);
            sink.write(low(difference, SMALL), SMALL);
        } else if (fits(difference, MIDDLE)) {
            sink.write(0b110, 3);
            sink.write(low(difference, MIDDLE), MIDDLE);
        } else if (fits(difference, LARGE)) {
            sink.write(0b1110, 4);
            sink.write(low(difference, LARGE), LARGE);
        } else {
            sink.write(0b1111, 4);
            sink.write(difference, Long.SIZE);
        }
    }

    static long read(BitSource source) {
        if (!source.bit()) {
            return 0;
        }
        if (!source.bit()) {
            return source.signed(SMALL);
        }
        if (!source.bit()) {
            return source.signed(MIDDLE);
        }
        return source.bit() ? source.bits(Long.SIZE) : source.signed(LARGE);
    }

    private static boolean fits(long number, int bits) {
        return number >= -(1L << (bits - 1)) && number < 1L << (bits - 1);
    }

    private static long low(long number, int bits) {
        return number & ((1L << bits) - 1);
    }
}
