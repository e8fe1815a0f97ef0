package io.poolwright.audit.capacity;

import io.poolwright.audit.Say;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;

/**
 * The load that fills a number of connections, by Little's law: connections = requests a second × time that each holds one.
 *
 * <p>Two times are told, because the second is how pools really fill: 10 ms, and 300 ms when a statement slows down.
 */
public final class Load {
    private static final double QUICK_SECONDS = 0.010;
    private static final double SLOW_SECONDS = 0.300;

    private Load() {}

    /** The load in a sentence; with the time that fills them at the peak, where {@code poolwright.yaml} says the peak. */
    public static String filling(long connections, Stack stack) {
        long quick = (long) Math.floor(connections / QUICK_SECONDS);
        long slow = (long) Math.floor(connections / SLOW_SECONDS);
        String usual =
                "%s connections are in use at %s requests/s that hold one for 10 ms each, or at %s requests/s once they hold it for 300 ms"
                        .formatted(Say.count(connections), Say.count(quick), Say.count(slow));
        double peak = peak(stack);
        return peak > 0
                ? usual
                        + "; at your peak of %s requests/s once they hold it for %s ms"
                                .formatted(
                                        Say.count(Math.round(peak)), Say.count(Math.round(1000 * connections / peak)))
                : usual;
    }

    private static double peak(Stack stack) {
        double sum = 0;
        for (Setting<?> fact : stack.declared().all()) {
            boolean rate = fact.name().startsWith("stack.") && fact.name().endsWith(".rate.peak") && fact.isKnown();
            if (rate && fact.get() instanceof Number requests) {
                sum += requests.doubleValue();
            }
        }
        return sum;
    }
}
