package io.poolwright.simulate.search;

import java.util.Locale;

/** What a change does for a stack that misses its goal. */
public enum Verdict {
    /** The goal is met in every run. */
    RESTORES,
    /** The goal is met in some runs. */
    BORDERLINE,
    /** The goal is missed in every run. */
    DOES_NOT,
    /** The goal is missed, and by more than without the change. */
    MAKES_WORSE;

    /** Its name outside the code, such as {@code makes-worse}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
