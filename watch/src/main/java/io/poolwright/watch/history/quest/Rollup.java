package io.poolwright.watch.history.quest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what pools do, step by step. One step is open at a time, for all pools; not for several threads. */
final class Rollup {
    /** Farther back than this, a look is not late, but the clock was set back (ms). */
    private static final long CLOCK_WAS_SET_BACK = 120_000;

    private final long step;
    /** By the pool's number; null for a pool that was not seen in the step. */
    private @Nullable Sums[] open = new @Nullable Sums[64];

    private long begin = Long.MIN_VALUE;

    /** @param step how long a step is (ms) */
    Rollup(long step) {
        this.step = step;
    }

    /** The buckets that end because something happened at that time (ms); none while the open step goes on. */
    List<Bucket> until(long at) {
        long wanted = Math.floorDiv(at, step) * step;
        boolean late = wanted < begin && begin - wanted < CLOCK_WAS_SET_BACK;
        if (wanted == begin || late) {
            return List.of();
        }
        List<Bucket> done = end();
        begin = wanted;
        return done;
    }

    /** Where the pool's sums of the open step are; late looks count as the open step's. */
    Sums of(int pool) {
        if (pool >= open.length) {
            open = Arrays.copyOf(open, Math.max(pool + 1, 2 * open.length));
        }
        Sums sums = open[pool];
        if (sums == null) {
            sums = new Sums();
            open[pool] = sums;
        }
        return sums;
    }

    /** Ends the open step, whether or not it is over. */
    List<Bucket> end() {
        List<Bucket> done = new ArrayList<>();
        for (int pool = 0; pool < open.length; pool++) {
            Sums sums = open[pool];
            if (sums != null) {
                done.add(new Bucket(begin, pool, sums));
                open[pool] = null;
            }
        }
        return done;
    }
}
