package io.poolwright.simulate.compare;

/**
 * What a series comes to; NaN for what it does not show.
 *
 * @param goodShare of the requests answered well, 0 to 1
 * @param p50 of the answered, in seconds
 * @param p95 likewise
 * @param p99 likewise
 */
record Figures(double goodShare, double p50, double p95, double p99) {}
