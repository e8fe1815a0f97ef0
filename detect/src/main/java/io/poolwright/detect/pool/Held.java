package io.poolwright.detect.pool;

/** For how long something has been so, without a break, over looks at any interval. */
final class Held {
    /** What was seen before and after a gap longer than this (ms) was not seen to last in between. */
    static final long LONGEST_GAP = 360_000;
    /**
     * Two looks running are enough when they are this far apart (ms): three looks at one a second, for the pause of a
     * collector or a burst fills two.
     */
    static final long SOON = 1_800;

    // Hundredths of a second, cut to 32 bits: differences are right for half a year, and there are ten of these for
    // each pool.
    private int since;
    private int last;
    private int looks;

    /** It is so now (ms since the epoch). */
    void yes(long now) {
        int hundredths = (int) (now / 10);
        int gap = hundredths - last;
        if (looks == 0 || gap < 0 || gap * 10L > LONGEST_GAP) {
            since = hundredths;
            looks = 0;
        }
        last = hundredths;
        looks++;
    }

    /** It is not so now. */
    void no() {
        looks = 0;
    }

    /** So now or not. */
    void be(boolean so, long now) {
        if (so) {
            yes(now);
        } else {
            no();
        }
    }

    int looks() {
        return looks;
    }

    /** How long it has been so (ms). */
    long millis() {
        return looks == 0 ? 0 : (last - since) * 10L;
    }

    /** Twice running, and not by the chance of a moment. */
    boolean soon() {
        return lasts(SOON);
    }

    /** Twice running at least, and for this long (ms). */
    boolean lasts(long millis) {
        return looks >= 2 && millis() >= millis;
    }
}
