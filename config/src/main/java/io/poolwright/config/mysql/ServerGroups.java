package io.poolwright.config.mysql;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The groups that a server reads from its option files.
 *
 * <p>Source: MySQL Reference Manual 8.0, 4.3.1 "mysqld"; MariaDB 10.11, {@code mariadbd --help --verbose}.
 *
 * @param flavour whose server it is
 * @param series first two numbers of its version, such as {@code 8.0}; empty when it is not known
 */
public record ServerGroups(MySqlFlavour flavour, Optional<String> series) {
    private static final Set<String> BOTH = Set.of("mysqld", "server");
    private static final Set<String> MARIADB = Set.of("mariadb", "mariadbd", "client-server", "galera");

    public ServerGroups {
        Objects.requireNonNull(flavour, "flavour");
        Objects.requireNonNull(series, "series");
    }

    /** Whether the server reads a group; a group for one version is read only where the version is known. */
    public boolean reads(String group) {
        String name = group.toLowerCase(Locale.ROOT);
        if (BOTH.contains(name)) {
            return true;
        }
        boolean forMariaDb = MARIADB.contains(name) || name.startsWith("mariadb-") || name.startsWith("mariadbd-");
        if (forMariaDb && flavour == MySqlFlavour.MYSQL) {
            return false;
        }
        return MARIADB.contains(name)
                || series.filter(known -> version(name).equals(Optional.of(known)))
                        .isPresent();
    }

    /** Whether a group is read by some version of the server, and ours is not known. */
    public boolean mayRead(String group) {
        return series.isEmpty() && version(group.toLowerCase(Locale.ROOT)).isPresent();
    }

    private static Optional<String> version(String group) {
        for (String prefix : Set.of("mysqld-", "mariadb-", "mariadbd-")) {
            if (group.startsWith(prefix) && group.length() > prefix.length()) {
                return Optional.of(group.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }
}
