package io.poolwright.queueing.engine;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent streams of random numbers from one seed, one for each purpose.
 *
 * <p>Two models that differ in one setting then see the same arrivals and the same demands (common random numbers).
 *
 * @param seed of all of them
 */
public record RandomStreams(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /**
     * The stream of a purpose, from its start.
     *
     * @param purpose any number; the same one gives the same stream
     */
    public RandomGenerator stream(int purpose) {
        long mixed = seed + GOLDEN * (purpose + 1L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed ^ (mixed >>> 31));
    }
}
