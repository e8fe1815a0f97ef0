package io.poolwright.config.spring;

/**
 * One property of a {@code .properties} file.
 *
 * @param key as written, escapes undone
 * @param value as written, escapes undone and continuation lines joined
 * @param line where the key begins, counted from 1
 */
record Property(String key, String value, int line) {}
