package io.poolwright.detect.pool;

import java.util.Objects;

/**
 * A value that somebody wrote down, and where.
 *
 * @param value the value
 * @param origin where it is written, such as {@code application.yaml:12}; shown in alerts
 */
public record Expected<T>(T value, String origin) {
    public Expected {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }
}
