package io.poolwright.drill.load;

import java.util.SplittableRandom;

/** How arrivals are spaced. Either way they never wait for a response: the load is open. */
public enum Arrivals {
    /** Evenly spaced, one every 1/rate seconds. */
    CONSTANT {
        @Override
        double gap(SplittableRandom random) {
            return 1;
        }
    },
    /** Independent of one another: exponential gaps, as from many callers who do not know each other. */
    POISSON {
        @Override
        double gap(SplittableRandom random) {
            return -Math.log(1 - random.nextDouble());
        }
    };

    /** The next gap as a multiple of the mean gap; its mean is 1. */
    abstract double gap(SplittableRandom random);
}
