package io.poolwright.simulate.search;

import io.poolwright.simulate.Window;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When a stack is well again: the first ten seconds in which at least 99 % of the offered requests were answered well.
 *
 * <p>One request is forgiven, or the ends of a window would decide about a stack with few of them.
 */
public final class Recovery {
    /** Length of the window that must be good, in seconds. */
    public static final double WINDOW = 10;
    /** Share of the offered that must be answered well in it. */
    public static final double SHARE = 0.99;

    private Recovery() {}

    /**
     * How long it took.
     *
     * @param seconds of a run, in order
     * @param since seconds since the run began: when the trigger ended
     * @return seconds from {@code since} to the beginning of the good window; empty when there was none
     */
    public static OptionalDouble after(List<Window> seconds, double since) {
        int length = (int) WINDOW;
        for (int first = 0; first + length <= seconds.size(); first++) {
            Window start = seconds.get(first);
            if (start.from() >= since - 1e-9 && good(seconds.subList(first, first + length))) {
                return OptionalDouble.of(Math.max(0, start.from() - since));
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean good(List<Window> seconds) {
        long offered = seconds.stream()
                .mapToLong(window -> window.customers().offered())
                .sum();
        long good =
                seconds.stream().mapToLong(window -> window.customers().good()).sum();
        return good + 1 >= SHARE * offered;
    }
}
