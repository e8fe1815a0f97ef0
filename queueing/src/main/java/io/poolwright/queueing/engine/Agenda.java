package io.poolwright.queueing.engine;

import java.util.Arrays;

/** Events at any time, the earliest first, ties in the order of their announcing: a binary heap. */
final class Agenda {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private double[] times = new double[64];
    private long[] orders = new long[64];
    private int[] kinds = new int[64];
    private int[] subjects = new int[64];
    private int size;

    void add(double at, long order, int kind, int subject) {
        if (size == times.length) {
            grow();
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            // A later announcement never goes before an equal time.
            if (times[parent] <= at) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, at, order, kind, subject);
    }

    void remove() {
        int last = --size;
        if (last == 0) {
            return;
        }
        double at = times[last];
        long order = orders[last];
        int hole = 0;
        int child = 1;
        while (child < last) {
            if (child + 1 < last && before(child + 1, child)) {
                child++;
            }
            if (times[child] > at || (times[child] == at && orders[child] > order)) {
                break;
            }
            move(child, hole);
            hole = child;
            child = 2 * hole + 1;
        }
        put(hole, at, order, kinds[last], subjects[last]);
    }

    double firstTime() {
        return size == 0 ? NEVER : times[0];
    }

    long firstOrder() {
        return size == 0 ? 0 : orders[0];
    }

    int firstKind() {
        return kinds[0];
    }

    int firstSubject() {
        return subjects[0];
    }

    private boolean before(int a, int b) {
        return times[a] < times[b] || (times[a] == times[b] && orders[a] < orders[b]);
    }

    private void move(int from, int to) {
        put(to, times[from], orders[from], kinds[from], subjects[from]);
    }

    private void put(int slot, double at, long order, int kind, int subject) {
        times[slot] = at;
        orders[slot] = order;
        kinds[slot] = kind;
        subjects[slot] = subject;
    }

    private void grow() {
        int length = 2 * size;
        times = Arrays.copyOf(times, length);
        orders = Arrays.copyOf(orders, length);
        kinds = Arrays.copyOf(kinds, length);
        subjects = Arrays.copyOf(subjects, length);
    }
}
