package io.poolwright.queueing.engine;

import java.util.Arrays;

/**
 * Simulated time: what was announced happens in order, ties in the order in which they were announced.
 *
 * <p>An event comes from a source. A <em>timer</em> has one pending event at most; a <em>ring</em> has many, all announced the same
 * delay ahead, so that they happen in the order of their announcing; the <em>agenda</em> holds events at any time. Only the first of
 * each source takes part in the search for the next event, a tournament over the sources: the pending set stays as small as the
 * number of sources, however many time-outs wait in a ring.
 *
 * <p>Not for more than one thread.
 */
public final class EventEngine {
    /** No ticket: nothing to cancel. */
    public static final long NO_TICKET = -1;

    private static final long NEVER = key(Double.POSITIVE_INFINITY);
    private static final int AGENDA = 0;
    private static final int RING_SHIFT = 48;
    private static final long PLACE = (1L << RING_SHIFT) - 1;

    private final Agenda agenda = new Agenda();
    private Ring[] rings = new Ring[4];
    private boolean[] ringed = new boolean[4];
    private int[] kinds = new int[4];
    private int[] owners = new int[4];
    private long[] order = new long[4];
    /** Tournament: node n's winner; the children of n are 2n and 2n + 1; source s is leaf {@code leaves + s}. */
    private int[] winner = new int[8];

    /** Beside each winner its time, as {@link #key} has it. */
    private long[] keys = new long[8];

    private int leaves = 4;
    private int sources = 1;
    /** Source of the last event, whose way up the tournament has not been walked again yet. */
    private int unsettled = AGENDA;

    private double now;
    private long announced;
    private long happened;
    private int kind;
    private int subject;

    /** At time 0, with nothing announced. */
    public EventEngine() {
        Arrays.fill(keys, NEVER);
        rebuild();
    }

    /** Simulated seconds since the start. */
    public double now() {
        return now;
    }

    /** What the last event was. */
    public int kind() {
        return kind;
    }

    /** Whom it concerned; −1 for a timer of nobody's. */
    public int subject() {
        return subject;
    }

    /** Events that have happened. */
    public long happened() {
        return happened;
    }

    /**
     * A new timer, not armed.
     *
     * @param eventKind kind of its events
     */
    public int timer(int eventKind) {
        return timer(eventKind, -1);
    }

    /**
     * A new timer of somebody's, not armed.
     *
     * @param who whom its events concern
     */
    public int timer(int eventKind, int who) {
        int source = source(eventKind);
        owners[source] = who;
        return source;
    }

    /**
     * A new ring, empty.
     *
     * @param eventKind kind of its events
     * @param delay seconds from announcing to happening; 0 or more
     */
    public int ring(int eventKind, double delay) {
        if (!(delay >= 0) || Double.isInfinite(delay)) {
            throw new IllegalArgumentException("delay must be a finite number, 0 or more, was " + delay);
        }
        int source = source(eventKind);
        rings[source] = new Ring(delay);
        ringed[source] = true;
        return source;
    }

    /** Lets a timer go off at a time, instead of when it would have; a time that has passed means now. */
    public void arm(int timer, double at) {
        keys[leaves + timer] = key(at > now ? at : now);
        order[timer] = ++announced;
        settle(timer);
    }

    /** Lets a timer not go off. */
    public void disarm(int timer) {
        if (keys[leaves + timer] != NEVER) {
            keys[leaves + timer] = NEVER;
            settle(timer);
        }
    }

    /**
     * Announces an event of a ring, its delay ahead of now.
     *
     * @param who whom it concerns; 0 or more
     * @return what {@link #cancel} takes
     */
    public long start(int ring, int who) {
        Ring events = rings[ring];
        double at = now + events.delay;
        long place = events.add(at, ++announced, who);
        if (keys[leaves + ring] == NEVER) {
            keys[leaves + ring] = key(at);
            order[ring] = announced;
            settle(ring);
        }
        return (long) ring << RING_SHIFT | place;
    }

    /** Lets an event of a ring not happen; one that has happened, or {@link #NO_TICKET}, is no mistake. */
    public void cancel(long ticket) {
        if (ticket >= 0) {
            rings[(int) (ticket >>> RING_SHIFT)].cancel(ticket & PLACE);
        }
    }

    /**
     * Announces an event at any time; one that has passed means now. It cannot be cancelled: who concerns it must remember.
     *
     * @param who whom it concerns
     */
    public void schedule(double at, int eventKind, int who) {
        agenda.add(key(at > now ? at : now), ++announced, eventKind, who);
        if (unsettled != AGENDA && agenda.firstOrder() == announced) {
            standIn();
            walk(AGENDA);
        }
    }

    /**
     * Goes on to the next event.
     *
     * @param until last time to go to, in seconds
     * @return whether there was one; when not, time stands at {@code until}
     */
    public boolean advance(double until) {
        while (true) {
            if (unsettled == AGENDA) {
                agenda.close();
                standIn();
            }
            walk(unsettled);
            int source = winner[1];
            double at = Double.longBitsToDouble(keys[1]);
            if (at > until || keys[1] == NEVER) {
                now = Math.max(now, until);
                return false;
            }
            unsettled = source;
            if (take(source)) {
                now = at;
                happened++;
                return true;
            }
        }
    }

    /** Takes the first event of a source and lets its next one stand in the tournament; false when it had been cancelled. */
    private boolean take(int source) {
        if (ringed[source]) {
            Ring ring = rings[source];
            subject = ring.take();
            kind = kinds[source];
            keys[leaves + source] = key(ring.firstTime());
            order[source] = ring.firstOrder();
            return subject >= 0;
        }
        if (source == AGENDA) {
            kind = agenda.firstKind();
            subject = agenda.firstSubject();
            agenda.take();
            return true;
        }
        kind = kinds[source];
        subject = owners[source];
        keys[leaves + source] = NEVER;
        return true;
    }

    /** The agenda's first event stands for it in the tournament. */
    private void standIn() {
        keys[leaves + AGENDA] = agenda.firstTime();
        order[AGENDA] = agenda.firstOrder();
    }

    /** The last event's source is walked by {@link #advance}: most are armed again before that. */
    private void settle(int source) {
        if (source != unsettled) {
            walk(source);
        }
    }

    /** Every node above the source is decided again. Which side wins is a coin's toss, so it is reckoned, not branched on. */
    private void walk(int source) {
        long[] times = keys;
        int[] tree = winner;
        int node = leaves + source;
        long first = times[node];
        int winning = source;
        while (node > 1) {
            int other = tree[node ^ 1];
            long earlier = times[node ^ 1] - first;
            if (earlier == 0 && order[other] < order[winning]) {
                winning = other;
            }
            long taken = earlier >> 63; // all ones when the other is earlier
            first += earlier & taken;
            winning += (other - winning) & (int) taken;
            node >>= 1;
            times[node] = first;
            tree[node] = winning;
        }
    }

    private int source(int eventKind) {
        if (sources == leaves) {
            grow();
        }
        kinds[sources] = eventKind;
        return sources++;
    }

    private void grow() {
        long[] before = keys;
        leaves *= 2;
        rings = Arrays.copyOf(rings, leaves);
        ringed = Arrays.copyOf(ringed, leaves);
        kinds = Arrays.copyOf(kinds, leaves);
        owners = Arrays.copyOf(owners, leaves);
        order = Arrays.copyOf(order, leaves);
        keys = new long[2 * leaves];
        winner = new int[2 * leaves];
        Arrays.fill(keys, NEVER);
        System.arraycopy(before, sources, keys, leaves, sources);
        rebuild();
    }

    private void rebuild() {
        for (int source = 0; source < leaves; source++) {
            winner[leaves + source] = source;
        }
        for (int source = 0; source < leaves; source++) {
            walk(source);
        }
    }

    /** A time as a whole number; those of times that are not negative have the times' own order. */
    static long key(double at) {
        return Double.doubleToRawLongBits(at);
    }
}
