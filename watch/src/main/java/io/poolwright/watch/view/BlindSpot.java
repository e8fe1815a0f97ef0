package io.poolwright.watch.view;

import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A pool that cannot be judged.
 *
 * @param pool which
 * @param key its name in an address
 * @param reason why, and what would end it where that is known
 * @param since when it began, where that is known
 */
public record BlindSpot(PoolId pool, String key, String reason, Optional<Instant> since) {
    public BlindSpot {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }
}
