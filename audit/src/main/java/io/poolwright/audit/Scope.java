package io.poolwright.audit;

import java.util.Locale;

/** How far a rule looks. */
public enum Scope {
    SINGLE_FILE,
    CROSS_LAYER,
    CROSS_ENV;

    /** Its name outside the code: {@code cross-layer}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
