package io.poolwright.telemetry.prometheus;

/** Spreads the raw bytes of series over the cache. Equal bytes give equal hashes; the reverse is never relied on. */
@FunctionalInterface
interface SeriesHash {
    /** Multiplicative hash, eight bits at a time: short inputs, and every lookup verifies the bytes. */
    SeriesHash MIXED = (bytes, from, to) -> {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        hash *= 0x9E3779B1;
        return hash ^ (hash >>> 15);
    };

    /** The hash of the bytes from {@code from} up to, not including, {@code to}. */
    int of(byte[] bytes, int from, int to);
}
