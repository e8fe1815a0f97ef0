package io.poolwright.model.stack;

import java.time.Duration;

/** Limits that are no limit. They compare as greater than every real one. */
public final class Bound {
    /** A time that never comes: a wait without end, a ping that is never sent. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** A count without a limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private Bound() {}

    /** Whether a time never comes. */
    public static boolean isForever(Duration time) {
        return time.equals(FOREVER);
    }

    /** The sum, where anything and for ever is for ever. */
    public static Duration plus(Duration a, Duration b) {
        return isForever(a) || isForever(b) ? FOREVER : a.plus(b);
    }
}
