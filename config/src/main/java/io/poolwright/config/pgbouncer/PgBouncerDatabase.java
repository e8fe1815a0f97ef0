package io.poolwright.config.pgbouncer;

import io.poolwright.model.Origin;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of {@code [databases]}: one name that clients may ask for, and where it leads.
 *
 * @param name as clients write it; {@code *} stands for every name that has no line of its own
 * @param words what the line says, such as {@code host}, {@code dbname}, {@code user} and {@code pool_size}
 * @param origin its line
 */
public record PgBouncerDatabase(String name, Map<String, String> words, Origin origin) {
    public PgBouncerDatabase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        words = Map.copyOf(words);
    }

    /** Every name that has no line of its own. */
    public boolean isWildcard() {
        return name.equals("*");
    }

    /** One word of the line. */
    public Optional<String> word(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** The user under whom every client's connection goes to the server; without it, each client's own. */
    public Optional<String> forcedUser() {
        return word("user");
    }

    /** The database's name on the server; empty for the wildcard, where it is the name the client asked for. */
    public Optional<String> serverDatabase() {
        return word("dbname").or(() -> isWildcard() ? Optional.empty() : Optional.of(name));
    }

    /** The server's port; 5432 where none is written. A port that is no number is empty. */
    public Optional<Integer> port() {
        return Optional.of(word("port").orElse("5432"))
                .flatMap(PgBouncerValue::whole)
                .filter(port -> port > 0);
    }

    /** Connections in reserve for this database: {@code reserve_pool_size}, formerly {@code reserve_pool}. */
    public Optional<String> reserve() {
        return word("reserve_pool_size").or(() -> word("reserve_pool"));
    }
}
