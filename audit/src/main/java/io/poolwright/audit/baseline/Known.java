package io.poolwright.audit.baseline;

/**
 * One finding of a baseline.
 *
 * @param file below the root of its tree
 */
public record Known(String file, String rule, String fingerprint) {}
