package io.poolwright.config.postgres;

import io.poolwright.model.Origin;
import java.util.Objects;

/**
 * A parameter that somebody gave a value.
 *
 * @param name in lower case, as PostgreSQL compares names
 * @param value as written, quotes taken off and secrets replaced
 * @param origin its line
 */
public record PostgresAssignment(String name, String value, Origin origin) {
    public PostgresAssignment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }
}
