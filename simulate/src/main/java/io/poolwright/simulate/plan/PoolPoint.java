package io.poolwright.simulate.plan;

import io.poolwright.simulate.search.Estimate;

/**
 * What one pool size comes to.
 *
 * @param size connections of one instance's pool
 * @param tail 99th percentile in seconds, failed requests counted at the deadline; interval of a single future observation
 * @param goodShare of the requests answered well at the peak, 0 to 1; likewise
 * @param plateau share of the stacks that the real one may be for which no size is much better, 0 to 1
 */
public record PoolPoint(int size, Estimate tail, Estimate goodShare, double plateau) {}
