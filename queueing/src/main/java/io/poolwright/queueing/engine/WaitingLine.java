package io.poolwright.queueing.engine;

import java.util.Arrays;

/** Who waits, in order of arrival; anybody may go away at any time. */
public final class WaitingLine {
    private int[] subjects = new int[16];
    private long head;
    private long tail;
    private int size;

    /** Those waiting. */
    public int size() {
        return size;
    }

    /**
     * Somebody comes.
     *
     * @param subject 0 or more
     * @return the place, for {@link #leave}
     */
    public long join(int subject) {
        if (tail - head == subjects.length) {
            grow();
        }
        subjects[(int) tail & (subjects.length - 1)] = subject;
        size++;
        return tail++;
    }

    /** Somebody who still waits goes away. */
    public void leave(long place) {
        subjects[(int) place & (subjects.length - 1)] = -1;
        size--;
        trim();
    }

    /** The first to come leaves the line; −1 when nobody waits. */
    public int first() {
        if (size == 0) {
            return -1;
        }
        int subject = subjects[(int) head++ & (subjects.length - 1)];
        size--;
        trim();
        return subject;
    }

    /** The last to come leaves the line; −1 when nobody waits. */
    public int last() {
        if (size == 0) {
            return -1;
        }
        int subject = subjects[(int) --tail & (subjects.length - 1)];
        size--;
        trim();
        return subject;
    }

    /** Both ends are somebody who waits, or the line is empty. */
    private void trim() {
        int mask = subjects.length - 1;
        while (head < tail && subjects[(int) head & mask] < 0) {
            head++;
        }
        while (head < tail && subjects[(int) (tail - 1) & mask] < 0) {
            tail--;
        }
    }

    private void grow() {
        int length = subjects.length;
        int[] old = subjects;
        subjects = Arrays.copyOf(old, 2 * length);
        for (long place = head; place < tail; place++) {
            subjects[(int) place & (2 * length - 1)] = old[(int) place & (length - 1)];
        }
    }
}
