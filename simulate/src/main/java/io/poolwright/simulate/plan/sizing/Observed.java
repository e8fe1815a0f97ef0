package io.poolwright.simulate.plan.sizing;

/**
 * What a rule that adapts sees of a pool of some size.
 *
 * @param useTime mean time that a connection is held, in seconds
 * @param used connections lent out, on average
 * @param timeouts whether callers gave up waiting
 */
record Observed(double useTime, double used, boolean timeouts) {}
