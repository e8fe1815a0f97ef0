package io.poolwright.config.assemble;

/**
 * A file that was read.
 *
 * @param format what it was read as: {@code haproxy}, {@code spring}, {@code compose}
 */
public record ReadFile(String path, String format) {}
