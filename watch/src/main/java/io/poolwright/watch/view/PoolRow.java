package io.poolwright.watch.view;

import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One pool as one line. Copies of a pool on several instances are one line: that of the copy that stands worst.
 *
 * @param pool which
 * @param key its name in an address
 * @param instances copies of it that are watched, itself included
 * @param state how it stands
 * @param used in use now
 * @param max its limit
 * @param pending callers that wait now
 * @param share used of its limit, from 0; above 1 only when a source says so
 * @param waitTime mean wait over the last minute (s)
 * @param timeouts callers that gave up, per minute
 * @param note why it is not calm, in a few words; empty text when it is
 * @param since when that began, where that is known
 */
public record PoolRow(
        PoolId pool,
        String key,
        int instances,
        State state,
        Cell used,
        Cell max,
        Cell pending,
        Cell share,
        Cell waitTime,
        Cell timeouts,
        String note,
        Optional<Instant> since) {
    public PoolRow {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(since, "since");
        if (instances < 1) {
            throw new IllegalArgumentException("a row is of at least 1 instance, was " + instances);
        }
    }

    /** The same line standing for so many copies. */
    PoolRow of(int copies, String why) {
        return new PoolRow(pool, key, copies, state, used, max, pending, share, waitTime, timeouts, why, since);
    }
}
