package io.poolwright.queueing.engine;

import java.util.Arrays;

/** Events that were announced the same delay ahead: first announced, first to happen. */
final class Ring {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    final double delay;
    private double[] times = new double[16];
    private long[] orders = new long[16];
    private int[] subjects = new int[16];
    private long head;
    private long tail;

    Ring(double delay) {
        this.delay = delay;
    }

    long add(double at, long order, int subject) {
        if (tail - head == times.length) {
            grow();
        }
        int slot = (int) tail & (times.length - 1);
        times[slot] = at;
        orders[slot] = order;
        subjects[slot] = subject;
        return tail++;
    }

    void cancel(long place) {
        if (place >= head) {
            subjects[(int) place & (times.length - 1)] = -1;
        }
    }

    /** The first one's subject, or −1 when it was cancelled; with it go all cancelled ones that follow. */
    int take() {
        int mask = times.length - 1;
        int subject = subjects[(int) head++ & mask];
        while (head < tail && subjects[(int) head & mask] < 0) {
            head++;
        }
        return subject;
    }

    double firstTime() {
        return head < tail ? times[(int) head & (times.length - 1)] : NEVER;
    }

    long firstOrder() {
        return head < tail ? orders[(int) head & (times.length - 1)] : 0;
    }

    private void grow() {
        int length = times.length;
        int first = (int) head & (length - 1);
        times = Arrays.copyOf(times, 2 * length);
        orders = Arrays.copyOf(orders, 2 * length);
        subjects = Arrays.copyOf(subjects, 2 * length);
        // Places are absolute: with the doubled mask each must stand where its number says.
        double[] oldTimes = Arrays.copyOf(times, length);
        long[] oldOrders = Arrays.copyOf(orders, length);
        int[] oldSubjects = Arrays.copyOf(subjects, length);
        int mask = 2 * length - 1;
        for (int i = 0; i < length; i++) {
            int from = (first + i) & (length - 1);
            int to = (int) (head + i) & mask;
            times[to] = oldTimes[from];
            orders[to] = oldOrders[from];
            subjects[to] = oldSubjects[from];
        }
    }
}
