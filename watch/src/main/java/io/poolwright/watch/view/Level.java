package io.poolwright.watch.view;

import java.util.Locale;

/** How much an alert asks of people. */
public enum Level {
    /** To be known. */
    INFO,
    /** To be looked at today. */
    WARNING,
    /** To be looked at now. */
    CRITICAL;

    /** Its name outside the code, such as {@code warning}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
