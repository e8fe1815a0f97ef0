package io.poolwright.queueing.engine;

import java.util.Arrays;

/**
 * Events at any time, the earliest first, ties in the order of their announcing: a binary heap.
 *
 * <p>The first event is taken by leaving a gap in its place, since most events announce another one: that one is let down from
 * the gap, and nothing has to come up from the end to close it.
 */
final class Agenda {
    private static final long NEVER = EventEngine.key(Double.POSITIVE_INFINITY);

    /** The heap: each event's time, as {@link EventEngine#key} has it, and where the rest of it is kept. */
    private long[] times = new long[64];

    private int[] slots = new int[64];
    private int size;
    /** Whether the heap's first place is empty. */
    private boolean gap;

    private long[] orders = new long[64];
    private int[] kinds = new int[64];
    private int[] subjects = new int[64];
    /** Slots without an event, those from {@code size} on. */
    private int[] spare = new int[64];

    Agenda() {
        for (int slot = 0; slot < spare.length; slot++) {
            spare[slot] = slot;
        }
    }

    void add(long at, long order, int kind, int subject) {
        if (gap) {
            gap = false;
            int slot = slots[0];
            put(slot, order, kind, subject);
            down(at, slot, size);
            return;
        }
        if (size == times.length) {
            grow();
        }
        int slot = spare[size];
        put(slot, order, kind, subject);
        up(size++, at, slot);
    }

    /** Takes the first event away; what it was is still told until the next one is added or asked for. */
    void take() {
        gap = true;
    }

    /** Lets the last event fill the gap, if there is one. */
    void close() {
        if (gap) {
            gap = false;
            int last = --size;
            spare[last] = slots[0];
            if (last > 0) {
                down(times[last], slots[last], last);
            }
        }
    }

    /** Without a gap. */
    long firstTime() {
        return size == 0 ? NEVER : times[0];
    }

    long firstOrder() {
        return size == 0 ? 0 : orders[slots[0]];
    }

    int firstKind() {
        return kinds[slots[0]];
    }

    int firstSubject() {
        return subjects[slots[0]];
    }

    private void put(int slot, long order, int kind, int subject) {
        orders[slot] = order;
        kinds[slot] = kind;
        subjects[slot] = subject;
    }

    private void up(int from, long at, int slot) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            // A later announcement never goes before an equal time.
            if (times[parent] <= at) {
                break;
            }
            times[hole] = times[parent];
            slots[hole] = slots[parent];
            hole = parent;
        }
        times[hole] = at;
        slots[hole] = slot;
    }

    /** From the first place, in a heap that ends before {@code end}. */
    private void down(long at, int slot, int end) {
        long[] heap = times;
        int hole = 0;
        int child = 1;
        while (child < end) {
            if (child + 1 < end) {
                long right = heap[child + 1] - heap[child];
                // Which of the two is a coin's toss, so it is reckoned, not branched on.
                child += (int) (right >>> 63);
                if (right == 0 && orders[slots[child + 1]] < orders[slots[child]]) {
                    child++;
                }
            }
            if (heap[child] > at || (heap[child] == at && orders[slots[child]] > orders[slot])) {
                break;
            }
            heap[hole] = heap[child];
            slots[hole] = slots[child];
            hole = child;
            child = 2 * hole + 1;
        }
        heap[hole] = at;
        slots[hole] = slot;
    }

    private void grow() {
        int length = 2 * size;
        times = Arrays.copyOf(times, length);
        slots = Arrays.copyOf(slots, length);
        orders = Arrays.copyOf(orders, length);
        kinds = Arrays.copyOf(kinds, length);
        subjects = Arrays.copyOf(subjects, length);
        spare = Arrays.copyOf(spare, length);
        for (int slot = size; slot < length; slot++) {
            spare[slot] = slot;
        }
    }
}
