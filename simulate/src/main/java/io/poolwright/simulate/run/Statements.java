package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.EventEngine;
import java.util.Arrays;

/** What the database works on, one column for each property. */
final class Statements {
    static final byte ON_LOCK = 0;
    static final byte ON_CPU = 1;
    static final byte ON_WAIT = 2;
    static final byte ENDED = 3;

    /** The attempt that waits for it; −1 for a zombie and for the opening of a connection. */
    int[] attempt = new int[64];
    /** The connection that is being opened; −1 for a call. */
    int[] connection = new int[64];

    double[] cpu = new double[64];
    double[] wait = new double[64];
    double[] wakeAt = new double[64];
    byte[] state = new byte[64];
    boolean[] locks = new boolean[64];
    boolean[] zombie = new boolean[64];
    long[] place = new long[64];
    long[] notice = new long[64];

    private int[] free = new int[64];
    private int freed;
    private int used;

    int take(int ofAttempt, int ofConnection, double needsCpu, double needsWait) {
        int slot = freed > 0 ? free[--freed] : fresh();
        attempt[slot] = ofAttempt;
        connection[slot] = ofConnection;
        cpu[slot] = needsCpu;
        wait[slot] = needsWait;
        locks[slot] = false;
        zombie[slot] = false;
        notice[slot] = EventEngine.NO_TICKET;
        return slot;
    }

    void free(int slot) {
        state[slot] = ENDED;
        free[freed++] = slot;
    }

    private int fresh() {
        if (used == attempt.length) {
            int size = 2 * used;
            attempt = Arrays.copyOf(attempt, size);
            connection = Arrays.copyOf(connection, size);
            cpu = Arrays.copyOf(cpu, size);
            wait = Arrays.copyOf(wait, size);
            wakeAt = Arrays.copyOf(wakeAt, size);
            state = Arrays.copyOf(state, size);
            locks = Arrays.copyOf(locks, size);
            zombie = Arrays.copyOf(zombie, size);
            place = Arrays.copyOf(place, size);
            notice = Arrays.copyOf(notice, size);
            free = Arrays.copyOf(free, size);
        }
        return used++;
    }
}
