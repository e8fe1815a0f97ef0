package io.poolwright.audit;

import java.util.Locale;

/** What a finding stands on, from the weakest of its inputs. */
public enum Confidence {
    /** Every input is written down. */
    EXPLICIT,
    /** At least one input is a default. */
    DEFAULTED,
    /** At least one input is a default of a version that is not written down. */
    VERSION_GUESSED;

    /** Its name outside the code: {@code version-guessed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
