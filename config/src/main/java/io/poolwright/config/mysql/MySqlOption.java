package io.poolwright.config.mysql;

import io.poolwright.model.Origin;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An option of a server or client.
 *
 * @param group the group it stands in, without brackets; empty on a command line
 * @param name in lower case, with underscores for dashes and without {@code loose_}
 * @param value quotes taken off and secrets replaced; empty for a switch without a value
 * @param origin its line
 */
public record MySqlOption(String group, String name, Optional<String> value, Origin origin) {
    private static final String LOOSE = "loose_";

    public MySqlOption {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }

    /** An option whose name is as written. */
    static MySqlOption written(String group, String name, Optional<String> value, Origin origin) {
        if (name.equals("set-variable") || name.equals("set_variable")) {
            String inner = value.orElse("");
            int equals = inner.indexOf('=');
            if (equals > 0) { // MySQL up to 5.0
                Optional<String> rest = Optional.of(inner.substring(equals + 1).strip());
                return written(group, inner.substring(0, equals).strip(), rest, origin);
            }
        }
        String plain = name.toLowerCase(Locale.ROOT).replace('-', '_');
        String sure = plain.startsWith(LOOSE) ? plain.substring(LOOSE.length()) : plain;
        return new MySqlOption(group, sure, value, origin);
    }
}
