package io.poolwright.simulate.compare;

import java.util.Locale;

/** What two measurements show of a change. */
public enum Difference {
    /** It is worse, by more than chance and by more than does not matter. */
    REGRESSION,
    /** It is better, likewise. */
    IMPROVEMENT,
    /** It is no worse by as much as matters. */
    NO_DIFFERENCE,
    /** It might be worse by as much as matters, or not; longer measurements would tell. */
    TOO_LITTLE_DATA;

    /** Its name outside the code, such as {@code too-little-data}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
