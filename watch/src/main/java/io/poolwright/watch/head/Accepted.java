package io.poolwright.watch.head;

/** What became of a look that was handed to the head. */
public enum Accepted {
    KEPT,
    /** Not later than what is known of the pool already: dropped. */
    LATE,
    /** A pool beyond the most that are kept: dropped. */
    FULL
}
