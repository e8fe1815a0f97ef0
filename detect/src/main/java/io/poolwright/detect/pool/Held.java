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

    private long since;
    private long last;
    private int looks;

    /** It is so now. */
    void yes(long now) {
        if (looks == 0 || now - last > LONGEST_GAP) {
            since = now;
            looks = 0;
        }
        last = now;
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
        return looks == 0 ? 0 : last - since;
    }

    /** Twice running, and not by the chance of a moment. */
    boolean soon() {
        return looks >= 2 && last - since >= SOON;
    }

    /** Twice running at least, and for this long (ms). */
    boolean lasts(long millis) {
        return looks >= 2 && last - since >= millis;
    }
}
