package io.poolwright.config.ini;

import java.util.List;

/** How a product writes its ini files. */
public enum IniDialect {
    /** libusual's parser: a comment takes a whole line, quotes belong to the value. Source: libusual, cfparser.c. */
    PGBOUNCER,

    /**
     * my_default.c: {@code #} also ends a line outside quotes, quotes around a value are taken off, and backslashes
     * escape. Source: MySQL Reference Manual 8.0, 4.2.2.2 "Using Option Files".
     */
    MYSQL;

    /** The directive that a line begins with, or an empty text. */
    String directive(String line) {
        for (String directive : this == PGBOUNCER ? List.of("%include") : List.of("!includedir", "!include")) {
            if (line.startsWith(directive)
                    && line.length() > directive.length()
                    && Character.isWhitespace(line.charAt(directive.length()))) {
                return directive;
            }
        }
        return "";
    }
}
