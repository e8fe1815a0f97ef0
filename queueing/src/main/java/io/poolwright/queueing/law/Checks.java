package io.poolwright.queueing.law;

/** What every law demands of its parameters. */
final class Checks {
    private Checks() {}

    static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s must be a finite number above 0, was %s".formatted(name, value));
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s must be a finite number, 0 or more, was %s".formatted(name, value));
        }
    }
}
