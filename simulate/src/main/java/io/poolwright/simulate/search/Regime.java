package io.poolwright.simulate.search;

import java.util.Locale;

/** How a stack stands at a rate. Source of the words: Huang et al., Metastable failures in the wild, OSDI 2022. */
public enum Regime {
    /** It carries the rate, and gets over a short trigger. */
    STABLE,
    /** It carries the rate, but a short trigger can leave it down. */
    VULNERABLE,
    /** It would carry the rate, but what has happened to it keeps it down, though it is over. */
    METASTABLE,
    /** It does not carry the rate. */
    COLLAPSED;

    /** Its name outside the code, such as {@code stable}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
