package io.poolwright.queueing.engine;

/** A sequence of 64-bit numbers from a seed, all well mixed. Source: G. Steele, D. Lea and C. Flood, SplitMix (2014). */
final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SplitMix() {}

    /** The n-th number after a seed. */
    static long at(long seed, long n) {
        long mixed = seed + GOLDEN * n;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
