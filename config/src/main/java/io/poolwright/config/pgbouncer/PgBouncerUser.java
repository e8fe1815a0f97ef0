package io.poolwright.config.pgbouncer;

import io.poolwright.model.Origin;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of {@code [users]}: settings for the clients of one name.
 *
 * @param words what the line says, such as {@code pool_mode}, {@code pool_size} and {@code max_user_connections}
 * @param origin its line
 */
public record PgBouncerUser(String name, Map<String, String> words, Origin origin) {
    public PgBouncerUser {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        words = Map.copyOf(words);
    }

    /** One word of the line. */
    public Optional<String> word(String key) {
        return Optional.ofNullable(words.get(key));
    }
}
