package io.poolwright.detect.pool;

/**
 * What a judge has found, in numbers and in a sentence.
 *
 * @param text one sentence: what was measured, what it is held against, why it matters
 * @param value what was measured
 * @param limit what it is held against
 * @param unit of both; {@code s}, {@code 1/s}, or empty text for a plain count or share
 * @param origin where the limit is from: where it is written, or whose rule it is
 */
record Finding(String text, double value, double limit, String unit, String origin) {}
