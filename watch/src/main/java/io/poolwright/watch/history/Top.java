package io.poolwright.watch.history;

import io.poolwright.model.live.PoolId;

/**
 * A pool among those that stood out.
 *
 * @param highest the measure's highest value in that time, in its unit
 * @param mean its mean
 */
public record Top(PoolId pool, double highest, double mean) {}
