package io.poolwright.simulate.fit;

/**
 * The requests that came.
 *
 * @param mean fresh requests a second over everything that was usable
 * @param low end of the 95 % interval of that mean
 * @param high likewise
 * @param peak the busiest minute's mean a second; of a shorter recording, its busiest quarter's
 * @param dispersion variance over mean of the requests in one look: 1 for independent arrivals, more for bursts; NaN of fewer
 *     than ten looks
 */
public record Load(double mean, double low, double high, double peak, double dispersion) {}
