package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.EventEngine;
import java.util.Arrays;

/** Connections that pools know of or have forgotten, one column for each property. */
final class Connections {
    static final byte OPENING = 0;
    static final byte IDLE = 1;
    static final byte LENT = 2;
    static final byte CLOSED = 3;

    int[] pool = new int[64];
    byte[] state = new byte[64];
    /** When it is to be replaced; not a number as long as that is far off. */
    double[] expires = new double[64];
    /** Whether it is closed when it comes back. */
    boolean[] retires = new boolean[64];
    /** When it was lent. */
    double[] lentAt = new double[64];
    /** For the time at which it is old enough for its last days to be counted. */
    long[] ageTicket = new long[64];
    /** For the time-out of its idleness. */
    long[] idleTicket = new long[64];
    /** The next connection of the same borrower; −1 for none. */
    int[] next = new int[64];

    private int[] free = new int[64];
    private int freed;
    private int used;

    int take(int ofPool) {
        int slot = freed > 0 ? free[--freed] : fresh();
        pool[slot] = ofPool;
        state[slot] = OPENING;
        retires[slot] = false;
        expires[slot] = Double.NaN;
        next[slot] = -1;
        ageTicket[slot] = EventEngine.NO_TICKET;
        idleTicket[slot] = EventEngine.NO_TICKET;
        return slot;
    }

    void free(int slot) {
        state[slot] = CLOSED;
        free[freed++] = slot;
    }

    private int fresh() {
        if (used == pool.length) {
            int size = 2 * used;
            pool = Arrays.copyOf(pool, size);
            state = Arrays.copyOf(state, size);
            expires = Arrays.copyOf(expires, size);
            retires = Arrays.copyOf(retires, size);
            lentAt = Arrays.copyOf(lentAt, size);
            ageTicket = Arrays.copyOf(ageTicket, size);
            idleTicket = Arrays.copyOf(idleTicket, size);
            next = Arrays.copyOf(next, size);
            free = Arrays.copyOf(free, size);
        }
        return used++;
    }
}
