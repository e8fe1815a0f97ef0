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
    private final Deque<Second> window = new ArrayDeque<>();
    private OptionalDouble recovered = OptionalDouble.empty();

    private record Second(double from, long offered, long good) {}

    /**
     * Watches from here on.
     *
     * @param since seconds since the run began: when the trigger ended
     */
    public Recovery(double since) {
        this.since = since;
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
        if (window.size() == WINDOW && good + 1 >= SHARE * offered) {
            recovered = OptionalDouble.of(Math.max(0, window.getFirst().from() - since));
        }
        return recovered.isEmpty();
    }

    /** From {@code since} to the beginning of the good window; empty as long as there was none. */
    public OptionalDouble seconds() {
        return recovered;
    }
}
