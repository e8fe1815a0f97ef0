package io.poolwright.audit;

import java.util.Locale;

/** How bad it is when the line is crossed; how sure we are, and whether load can get there, are told apart from it. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Its name outside the code: {@code high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
