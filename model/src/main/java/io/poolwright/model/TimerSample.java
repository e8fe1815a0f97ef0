package io.poolwright.model;

/**
 * A cumulative timer: how many events, and how long they took together.
 *
 * @param count events since the process started
 * @param seconds their total duration, in seconds
 * @param max longest event of the recent window that the source keeps (Micrometer: about 2 min), in seconds
 */
public record TimerSample(long count, double seconds, double max) {}
