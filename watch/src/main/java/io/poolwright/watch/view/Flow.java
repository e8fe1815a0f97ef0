package io.poolwright.watch.view;

/**
 * The figures of a pool over its last minute.
 *
 * @param idle free now
 * @param waitMean mean wait (s)
 * @param waitMax longest wait (s)
 * @param waitP95 95th percentile of the wait (s); when unknown its reason names the property that provides it
 * @param throughput served (1/s)
 * @param useMean mean time in use (s)
 * @param useP95 95th percentile of it (s)
 * @param created opened (1/s)
 */
public record Flow(
        Cell idle,
        Cell waitMean,
        Cell waitMax,
        Cell waitP95,
        Cell throughput,
        Cell useMean,
        Cell useP95,
        Cell created) {}
