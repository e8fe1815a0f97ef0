package io.poolwright.watch.head;

import java.time.Duration;

/**
 * How much the head keeps.
 *
 * @param pools most pools; one more is refused
 * @param kept how far back; whole blocks go, so up to one block more is there
 * @param block how long a block is: what is dropped at once
 * @param rows most rows of a block, where looks are more frequent than once a second
 */
public record HeadLimits(int pools, Duration kept, Duration block, int rows) {
    public HeadLimits {
        if (pools < 1 || kept.isNegative() || block.isNegative() || rows < 1) {
            throw new IllegalArgumentException("at least one pool and one row, and no negative time");
        }
    }

    /** 15 minutes of up to 20,000 pools, in blocks of two minutes: at most 300 MB when all change at every look. */
    public static HeadLimits usual() {
        return new HeadLimits(20_000, Duration.ofMinutes(15), Duration.ofMinutes(2), 600);
    }

    public HeadLimits withPools(int most) {
        return new HeadLimits(most, kept, block, rows);
    }

    public HeadLimits withKept(Duration time) {
        return new HeadLimits(pools, time, block, rows);
    }
}
