package io.poolwright.drill;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server that was there before us. The drill makes a role and a database {@code shop} on it, and drops them.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
 * @param superuser a role that may do anything
 * @param password that role's password
 */
public record ExternalDatabase(String jdbcUrl, String superuser, String password) {
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([^:/?]+)(?::(\\d{1,5}))?(?:/[^?]*)?(?:\\?.*)?");
    private static final int DEFAULT_PORT = 5432;

    public ExternalDatabase {
        if (!URL.matcher(jdbcUrl).matches()) {
            throw new IllegalArgumentException(
                    "found JDBC URL '%s'; accepted: jdbc:postgresql://host:port/database; write: jdbc:postgresql://127.0.0.1:5432/postgres"
                            .formatted(jdbcUrl));
        }
    }

    String host() {
        return matched().group(1);
    }

    int port() {
        String port = matched().group(2);
        return port == null ? DEFAULT_PORT : Integer.parseInt(port);
    }

    private Matcher matched() {
        Matcher matcher = URL.matcher(jdbcUrl);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked when it was made: " + jdbcUrl);
        }
        return matcher;
    }
}
