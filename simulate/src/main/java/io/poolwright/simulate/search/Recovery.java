package io.poolwright.simulate.search;

import io.poolwright.simulate.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Watches for a stack to be well again: the first ten seconds in which at least 99 % of the offered requests were answered well.
 *
 * <p>One request is forgiven, or the ends of a window would decide about a stack with few of them. Keeps ten seconds in memory.
 */
public final class Recovery {
    /** Length of the window that must be good, in whole seconds. */
    public static final int WINDOW = 10;
    /** Share of the offered that must be answered well in it. */
    public static final double SHARE = 0.99;

    private final double since;
    private final double share;
    private final Deque<Second> window = new ArrayDeque<>();
    private OptionalDouble recovered = OptionalDouble.empty();

    private record Second(double from, long offered, long good) {}

    /**
     * Watches from here on.
     *
     * @param since seconds since the run began: when the trigger ended
     */
    public Recovery(double since) {
        this(since, SHARE);
    }

    /**
     * Watches for as much as this stack can give.
     *
     * @param share of the offered that must be answered well: less than {@link #SHARE} for a stack of which some requests fail at any
     *     load, such as those whose query is always cut off
     */
    public Recovery(double since, double share) {
        this.since = since;
        this.share = share;
    }

    /** Takes the next second; false once the stack is known to have recovered. */
    public boolean goOn(Window second) {
        if (recovered.isPresent()) {
            return false;
        }
        if (second.from() < since - 1e-9) {
            return true;
        }
        Window.Customers customers = second.customers();
        window.addLast(new Second(second.from(), customers.offered(), customers.good()));
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
        long offered = window.stream().mapToLong(Second::offered).sum();
        long good = window.stream().mapToLong(Second::good).sum();
        if (window.size() == WINDOW && good + 1 >= share * offered) {
            recovered = OptionalDouble.of(Math.max(0, window.getFirst().from() - since));
        }
        return recovered.isEmpty();
    }

    /** From {@code since} to the beginning of the good window; empty as long as there was none. */
    public OptionalDouble seconds() {
        return recovered;
    }
}
