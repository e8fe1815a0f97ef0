package io.poolwright.watch.head;

/**
 * How exactly a number is kept: 24 significant bits, about seven digits, and whole numbers below 16.7 million exactly.
 *
 * <p>More is noise: a rate is a difference between two looks whose times are known to a millisecond. Noise does not
 * compress.
 */
final class Kept {
    /** Bits of a double beyond the 24 that are kept. */
    private static final int CUT = 29;

    private static final long HALF = 1L << (CUT - 1);
    private static final long BELOW = (1L << CUT) - 1;

    /** The one that stands for "unknown". */
    static final long UNKNOWN = Double.doubleToLongBits(Double.NaN);

    private Kept() {}

    /** The bits that are kept of a value: rounded to the nearest; what is not finite is unknown. */
    static long bits(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        long bits = Double.doubleToRawLongBits(value);
        if ((bits & BELOW) == 0) {
            return bits;
        }
        long rounded = (bits + HALF) & ~BELOW;
        return Double.isFinite(Double.longBitsToDouble(rounded)) ? rounded : bits & ~BELOW;
    }
}
