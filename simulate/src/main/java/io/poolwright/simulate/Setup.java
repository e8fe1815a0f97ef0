package io.poolwright.simulate;

/**
 * How long to look at a stack, and from which random numbers.
 *
 * @param warmUp seconds left out at the start; 0 or more
 * @param seconds looked at after it; above 0
 * @param seed of every random number; the same seed gives the same run, bit for bit
 * @param limit an answer counts as good up to this long after the request's birth, in seconds
 */
public record Setup(double warmUp, double seconds, long seed, double limit) {
    public Setup {
        if (!(warmUp >= 0) || !(seconds > 0) || Double.isInfinite(warmUp + seconds) || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "a run needs a warm-up of 0 s or more, a length and a limit above 0 s; had %s, %s and %s"
                            .formatted(warmUp, seconds, limit));
        }
    }

    /** The same with other random numbers. */
    public Setup withSeed(long other) {
        return new Setup(warmUp, seconds, other, limit);
    }
}
