package io.poolwright.watch.head;

import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.Objects;

/**
 * What one look said of one pool.
 *
 * @param pool which pool
 * @param at when it was looked at
 * @param measures what was seen; each known or unknown
 */
public record Point(PoolId pool, Instant at, Measures measures) {
    public Point {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(measures, "measures");
    }
}
