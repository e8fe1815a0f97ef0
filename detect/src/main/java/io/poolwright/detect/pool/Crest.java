package io.poolwright.detect.pool;

/**
 * The highest level from which a pool has come down by itself: what it has survived before is no forecast of trouble. A
 * week later it is forgotten.
 */
final class Crest {
    private static final long WEEK = 7L * 24 * 3600 * 1000;
    /** It has come down when it fell by this share of its height, and of the limit, and by two: chance does not do that. */
    private static final double FALL = 0.25;

    private static final double FALL_OF_LIMIT = 0.15;
    private static final double LEAST_FALL = 2;
    /** Seen so often running: one low mean is chance. */
    private static final int TWICE = 2;

    private double rising;
    private int down;
    private double survived = Double.NaN;
    private long survivedAt;

    /** Takes a mean over some minutes; unknown is no news. */
    void take(long now, double level, double max) {
        if (level > rising) {
            rising = level;
            down = 0;
        } else if (rising - level >= Math.max(Math.max(LEAST_FALL, FALL_OF_LIMIT * max), FALL * rising)) {
            if (++down >= TWICE) {
                if (!(rising <= survived)) {
                    survived = rising;
                }
                survivedAt = now;
                rising = level;
                down = 0;
            }
        } else {
            down = 0;
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
        down = 0;
    }
}
