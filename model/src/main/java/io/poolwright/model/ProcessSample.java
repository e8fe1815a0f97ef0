package io.poolwright.model;

/**
 * One instance's operating-system process.
 *
 * @param cpuSeconds processor time used since it started, in seconds
 * @param cores processors that it may use
 */
public record ProcessSample(double cpuSeconds, int cores) {}
