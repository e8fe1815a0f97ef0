package io.poolwright.model.stack;

/**
 * An amount of memory.
 *
 * @param count in bytes, not negative
 */
public record Bytes(long count) implements Comparable<Bytes> {
    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("an amount of memory is not negative, was " + count);
        }
    }

    /** This many MiB. */
    public static Bytes mebi(long mebibytes) {
        return new Bytes(Math.multiplyExact(mebibytes, 1L << 20));
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }

    /** For people: {@code 128 MiB}. */
    @Override
    public String toString() {
        String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
        double left = count;
        int unit = 0;
        while (left >= 1024 && unit < units.length - 1) {
            left /= 1024;
            unit++;
        }
        return left == Math.rint(left)
                ? "%d %s".formatted((long) left, units[unit])
                : "%.1f %s".formatted(left, units[unit]);
    }
}
