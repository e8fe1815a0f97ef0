package io.poolwright.detect.pool;

import java.util.Locale;

/** How much an alert matters, least first. */
public enum Severity {
    /** Worth knowing; nobody is hurt. */
    INFO,
    /** Somebody will be hurt, or is a little. */
    WARNING,
    /** Users are hurt now. */
    CRITICAL;

    /** Its name outside the code, such as {@code warning}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
