package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.EventEngine;
import java.util.Arrays;

/** Attempts on their way, one column for each of their properties. A slot is used again when its attempt has left the stack. */
final class Attempts {
    /** Between two attempts, or with the client. */
    static final byte OUTSIDE = 0;

    static final byte LB_QUEUE = 1;
    static final byte APP_QUEUE = 2;
    static final byte WORKING = 3;
    static final byte POOL_QUEUE = 4;
    static final byte DATABASE = 5;

    /** Birth of the request. */
    double[] born = new double[64];
    /** Start of this attempt. */
    double[] began = new double[64];
    /** When it came where it is. */
    double[] since = new double[64];
    /** What the request needs of the database. */
    double[] cpu = new double[64];

    double[] wait = new double[64];
    /** Drawn at birth: below the share, it takes the row's lock, or leaks its connection. */
    double[] lockDraw = new double[64];

    double[] leakDraw = new double[64];
    /** Attempts of the request, this one included. */
    int[] tries = new int[64];

    int[] instance = new int[64];
    int[] callsLeft = new int[64];
    /** Tries of the application after a failure of the database. */
    int[] again = new int[64];
    /** The connection that it holds, the last one got; −1 for none. They are linked. */
    int[] connection = new int[64];

    int[] held = new int[64];
    int[] statement = new int[64];
    byte[] state = new byte[64];
    /** Whether the client has given it up. */
    boolean[] gone = new boolean[64];
    /** Whether it occupies a slot of the balancer towards its instance. */
    boolean[] admitted = new boolean[64];

    long[] clientTicket = new long[64];
    long[] serverTicket = new long[64];
    long[] stageTicket = new long[64];
    long[] place = new long[64];

    private int[] free = new int[64];
    private int freed;
    private int used;

    int take() {
        int slot = freed > 0 ? free[--freed] : fresh();
        state[slot] = OUTSIDE;
        gone[slot] = false;
        admitted[slot] = false;
        connection[slot] = -1;
        held[slot] = 0;
        again[slot] = 0;
        statement[slot] = -1;
        clientTicket[slot] = EventEngine.NO_TICKET;
        serverTicket[slot] = EventEngine.NO_TICKET;
        stageTicket[slot] = EventEngine.NO_TICKET;
        return slot;
    }

    /** Another attempt of the same request. */
    int another(int attempt) {
        int slot = take();
        born[slot] = born[attempt];
        cpu[slot] = cpu[attempt];
        wait[slot] = wait[attempt];
        lockDraw[slot] = lockDraw[attempt];
        leakDraw[slot] = leakDraw[attempt];
        tries[slot] = tries[attempt];
        return slot;
    }

    void free(int slot) {
        free[freed++] = slot;
    }

    private int fresh() {
        if (used == born.length) {
            grow(2 * used);
        }
        return used++;
    }

    private void grow(int size) {
        born = Arrays.copyOf(born, size);
        began = Arrays.copyOf(began, size);
        since = Arrays.copyOf(since, size);
        cpu = Arrays.copyOf(cpu, size);
        wait = Arrays.copyOf(wait, size);
        lockDraw = Arrays.copyOf(lockDraw, size);
        leakDraw = Arrays.copyOf(leakDraw, size);
        tries = Arrays.copyOf(tries, size);
        instance = Arrays.copyOf(instance, size);
        callsLeft = Arrays.copyOf(callsLeft, size);
        again = Arrays.copyOf(again, size);
        connection = Arrays.copyOf(connection, size);
        held = Arrays.copyOf(held, size);
        statement = Arrays.copyOf(statement, size);
        state = Arrays.copyOf(state, size);
        gone = Arrays.copyOf(gone, size);
        admitted = Arrays.copyOf(admitted, size);
        clientTicket = Arrays.copyOf(clientTicket, size);
        serverTicket = Arrays.copyOf(serverTicket, size);
        stageTicket = Arrays.copyOf(stageTicket, size);
        place = Arrays.copyOf(place, size);
        free = Arrays.copyOf(free, size);
    }
}
