package io.poolwright.audit.capacity;

import io.poolwright.audit.Say;

/**
 * The load that fills a number of connections, by Little's law: connections = requests a second × time that each holds one.
 *
 * <p>Two times are told, because the second is how pools really fill: 10 ms, and 300 ms when a statement slows down.
 */
public final class Load {
    private static final double QUICK_SECONDS = 0.010;
    private static final double SLOW_SECONDS = 0.300;

    private Load() {}

    /** The load in a sentence. */
    public static String filling(long connections) {
        long quick = (long) Math.floor(connections / QUICK_SECONDS);
        long slow = (long) Math.floor(connections / SLOW_SECONDS);
        return "%s connections are in use at %s requests/s that hold one for 10 ms each, or at %s requests/s once they hold it for 300 ms"
                .formatted(Say.count(connections), Say.count(quick), Say.count(slow));
    }
}
