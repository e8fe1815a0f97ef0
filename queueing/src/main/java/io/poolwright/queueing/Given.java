package io.poolwright.queueing;

/** What a formula was given, refused in one way when it cannot be: which value, what it was, what is accepted. */
final class Given {
    private Given() {}

    static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s must be 0 or more, was %s".formatted(name, value));
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s must be more than 0, was %s".formatted(name, value));
        }
        return value;
    }

    static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(name, least, value));
        }
        return value;
    }

    static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be from 0 to 1, was %s".formatted(name, value));
        }
        return value;
    }

    /** A share that leaves something on both sides, as a percentile does. */
    static double share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1, was %s".formatted(name, value));
        }
        return value;
    }
}
