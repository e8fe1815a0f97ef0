package io.poolwright.queueing.engine;

import java.util.random.RandomGenerator;

/**
 * One stream of random numbers: xoshiro256++, with exponential ones by the ziggurat.
 *
 * <p>Exponential numbers are half of what a simulation draws; here they cost a multiplication. Source: D. Blackman and S. Vigna,
 * Scrambled linear pseudorandom number generators (2021); G. Marsaglia and W. Tsang, The ziggurat method (2000), with the layer
 * and the place in it from different bits of the number.
 */
final class RandomStream implements RandomGenerator {
    private long a;
    private long b;
    private long c;
    private long d;

    /** The stream that starts from these 64 bits. */
    RandomStream(long seed) {
        this(SplitMix.at(seed, 1), SplitMix.at(seed, 2), SplitMix.at(seed, 3), SplitMix.at(seed, 4));
    }

    RandomStream(long a, long b, long c, long d) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(a + d, 23) + a;
        long shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = Long.rotateLeft(d, 45);
        return result;
    }

    @Override
    public double nextExponential() {
        long bits = nextLong();
        int layer = (int) bits & Ziggurat.MASK;
        long place = bits >>> 11;
        return place < Ziggurat.INSIDE[layer] ? place * Ziggurat.WIDTH[layer] : atTheEdge(layer, place);
    }

    /** One in ninety lands where a layer's box and the curve part, or in the tail. */
    private double atTheEdge(int layer, long place) {
        if (layer == 0) {
            return Ziggurat.TAIL + nextExponential();
        }
        double x = place * Ziggurat.WIDTH[layer];
        double low = Ziggurat.HEIGHT[layer];
        double high = Ziggurat.HEIGHT[layer - 1];
        return low + nextDouble() * (high - low) < Math.exp(-x) ? x : nextExponential();
    }
}
