package io.poolwright.testkit;

import java.util.SplittableRandom;

/** How much a number strays from what was said. */
@FunctionalInterface
interface Noise {
    /** Not at all. */
    Noise NONE = (signal, value) -> value;

    double of(Signal signal, double value);

    /** Rates by a twelfth, times by a fifth, and the few levels that move with every request by one. */
    static Noise from(SplittableRandom random) {
        return (signal, value) -> switch (signal.sort()) {
            case RATE -> value * random.nextDouble(0.92, 1.08);
            case TIME -> value * random.nextDouble(0.8, 1.25);
            case LEVEL -> moves(signal) && value >= 2 ? value + random.nextInt(-1, 2) : value;
        };
    }

    private static boolean moves(Signal signal) {
        return signal == Signal.USED || signal == Signal.ACTIVE || signal == Signal.SLOTS_USED;
    }
}
