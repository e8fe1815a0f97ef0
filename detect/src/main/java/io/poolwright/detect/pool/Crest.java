package io.poolwright.detect.pool;

/**
 * The highest level from which a pool has come down by itself: what it has survived before is no forecast of trouble. A
 * week later it is forgotten.
 */
final class Crest {
    private static final long WEEK = 7L * 24 * 3600 * 1000;
    /** It has come down when it fell by this share of its height, and by two. */
    private static final double FALL = 0.25;

    private static final double LEAST_FALL = 2;

    private double rising;
    private double survived = Double.NaN;
    private long survivedAt;

    void take(long now, double level) {
        if (level > rising) {
            rising = level;
        } else if (rising - level >= Math.max(LEAST_FALL, FALL * rising)) {
            if (!(rising <= survived)) {
                survived = rising;
            }
            survivedAt = now;
            rising = level;
        }
        if (now - survivedAt > WEEK) {
            survived = Double.NaN;
        }
    }

    /** What was survived; NaN when it never came down. */
    double survived() {
        return survived;
    }

    /** Forgets how high it is, for the process began anew; what was survived stays. */
    void restart() {
        rising = 0;
    }
}
