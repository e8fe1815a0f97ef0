package io.poolwright.detect.pool;

/** Remembers when callers were last lost: once is a warning, twice within three minutes is worse. */
final class Losses {
    static final long SPAN = 180_000;

    private long last = Long.MIN_VALUE / 2;

    /** Takes how many were lost since the look before; NaN when that is not known. */
    Sign look(long now, double lost) {
        if (Double.isNaN(lost)) {
            return Sign.UNKNOWN;
        }
        if (lost <= 0) {
            return Sign.CLEAR;
        }
        boolean again = now - last <= SPAN;
        last = now;
        return again ? Sign.CRITICAL : Sign.WARNING;
    }
}
