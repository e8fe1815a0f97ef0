package io.poolwright.server.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much an alert matters. */
public enum Severity {
    /** Users are hurt now. */
    CRITICAL,
    /** Users will be hurt if it goes on. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** As it is written in JSON and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity that is written so. */
    public static Optional<Severity> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
