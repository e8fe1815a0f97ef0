package io.poolwright.simulate.run;

import java.util.Arrays;

/** A pool's idle connections: the one given back last is lent first. */
final class IdleStack {
    private int[] connections = new int[16];
    private int size;

    int size() {
        return size;
    }

    void push(int connection) {
        if (size == connections.length) {
            connections = Arrays.copyOf(connections, 2 * size);
        }
        connections[size++] = connection;
    }

    /** The last one; only when there is one. */
    int pop() {
        return connections[--size];
    }

    /** One that is there, wherever it is. */
    void remove(int connection) {
        int place = 0;
        while (connections[place] != connection) {
            place++;
        }
        System.arraycopy(connections, place + 1, connections, place, --size - place);
    }
}
