package io.poolwright.config.properties;

import io.poolwright.model.Origin;

/**
 * One property of a {@code .properties} text.
 *
 * @param key as written, escapes undone
 * @param value as written, escapes undone and continuation lines joined; may be a secret
 * @param origin where the key begins
 */
public record PropertyLine(String key, String value, Origin origin) {}
