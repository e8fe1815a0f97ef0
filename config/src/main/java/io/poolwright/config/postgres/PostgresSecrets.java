package io.poolwright.config.postgres;

import java.util.regex.Pattern;

/** Takes the password out of a connection string; no other parameter of PostgreSQL holds a secret. */
final class PostgresSecrets {
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password\\s{0,9}=\\s{0,9})('[^']*'?|[^\\s']\\S*)");
    private static final Pattern AUTHORITY = Pattern.compile("(//[^/?#\\s:@]*:)[^/?#\\s]*@");

    private PostgresSecrets() {}

    static String redacted(String name, String value) {
        if (!name.endsWith("conninfo") && !name.endsWith("command") && !value.contains("://")) {
            return value;
        }
        String words = PASSWORD.matcher(value).replaceAll("$1(redacted)");
        return AUTHORITY.matcher(words).replaceAll("$1(redacted)@");
    }
}
