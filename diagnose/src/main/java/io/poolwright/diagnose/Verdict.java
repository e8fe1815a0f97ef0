package io.poolwright.diagnose;

/** What we are ready to say about one suspect. */
public enum Verdict {
    /** Every necessary condition was measured and holds, the evidence is strong, and nothing further in explains it. */
    CAUSE,
    /** It holds as well, but something further in explains it or carried it. */
    CONTRIBUTING,
    /** A necessary condition was measured and does not hold. */
    CLEARED,
    /** A measurement is missing, or the evidence is too weak either way. Never to be read as cleared. */
    CANNOT_TELL
}
