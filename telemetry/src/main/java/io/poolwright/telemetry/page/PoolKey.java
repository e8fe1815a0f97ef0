package io.poolwright.telemetry.page;

import io.poolwright.model.live.Tier;

/**
 * What makes two series belong to the same pool: the pool's own name, its kind, who tells it, and whose it is.
 *
 * @param dialect who tells it
 * @param name its own name; empty text for a group
 * @param group what it shares numbers with; empty text for nothing
 * @param telling the labels that tell whose it is
 */
record PoolKey(String dialect, Tier tier, String name, String group, String telling) {
    PoolKey ofGroup() {
        return new PoolKey(dialect, tier, "", group, telling);
    }

    /** Whether it is the same pool, whoever tells it. */
    boolean samePool(PoolKey other) {
        return tier == other.tier && name.equals(other.name) && telling.equals(other.telling);
    }
}
