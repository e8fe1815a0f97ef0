package io.poolwright.queueing.engine;

import java.util.random.RandomGenerator;

/**
 * Independent streams of random numbers from one seed, one for each purpose.
 *
 * <p>Two models that differ in one setting then see the same arrivals and the same demands (common random numbers).
 *
 * @param seed of all of them
 */
public record RandomStreams(long seed) {
    /**
     * The stream of a purpose, from its start.
     *
     * @param purpose any number; the same one gives the same stream
     */
    public RandomGenerator stream(int purpose) {
        return new RandomStream(SplitMix.at(SplitMix.at(seed, 1), purpose + 1L));
    }
}
