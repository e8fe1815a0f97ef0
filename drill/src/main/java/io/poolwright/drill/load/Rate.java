package io.poolwright.drill.load;

/** The bounds of an arrival rate: 0 (paused) to 1 000 000 per second. */
final class Rate {
    private static final double MAX_PER_SECOND = 1_000_000;

    private Rate() {}

    static double checked(double perSecond) {
        if (!(perSecond >= 0 && perSecond <= MAX_PER_SECOND)) {
            throw new IllegalArgumentException("rate must be 0 to 1000000 per second, was %s".formatted(perSecond));
        }
        return perSecond;
    }
}
