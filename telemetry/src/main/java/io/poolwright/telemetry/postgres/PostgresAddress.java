package io.poolwright.telemetry.postgres;

import java.util.Objects;

/**
 * Which database to look at, and as whom: a role with {@code pg_monitor}, best one that may use the reserved connections.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param user role to connect as
 * @param password its password; empty text when the server asks for none
 * @param database the application's database, whose counters are read; it may be another than the one connected to
 */
public record PostgresAddress(String url, String user, String password, String database) {
    public PostgresAddress {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(database, "database");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresAddress[database=%s, user=%s]".formatted(database, user);
    }
}
