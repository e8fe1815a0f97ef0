package io.poolwright.detect;

import java.util.OptionalDouble;

/**
 * Repeated attempts among the arrivals, from what reaches the instances.
 *
 * <p>The balancer cannot tell a first attempt from a repeated one, and what it turns away never reaches an instance to be
 * counted. Its queue lets the older through, so while it turns many away and some come again, the share that is counted is
 * too small, and how many of the arrivals are first attempts cannot be told.
 */
public final class Resends {
    /** Even in a storm some attempts are first ones. */
    private static final double MOST = 0.95;

    /** More repeated attempts than this, and clients do try again. */
    private static final double SOME = 0.02;
    /** More arrivals turned away than this, and the count at the instances is not of them all. */
    private static final double MANY = 0.05;

    /** Requests answered by the instances that count repeated attempts (1/s). */
    private static final Figure COUNTED = frame -> frame.services().stream()
            .flatMap(service -> service.flow().value().stream())
            .flatMap(flow -> flow.http().value().stream())
            .filter(http -> http.resent().value().isPresent())
            .mapToDouble(Frame.HttpFlow::requests)
            .reduce(Double::sum);

    private Resends() {}

    /** Share of repeated attempts, 0 to 1; empty where they are not counted or nothing completes. */
    public static OptionalDouble share(Window window) {
        OptionalDouble resent = window.mean(Figures.RESENT);
        if (resent.isPresent() && resent.getAsDouble() == 0) {
            return OptionalDouble.of(0);
        }
        OptionalDouble share = window.ratio(Figures.RESENT, COUNTED);
        return share.isPresent() ? OptionalDouble.of(Math.min(MOST, share.getAsDouble())) : OptionalDouble.empty();
    }

    /** First attempts that arrive (1/s); empty as well where that cannot be told. */
    public static OptionalDouble fresh(Window window) {
        OptionalDouble arrivals = window.mean(Figures.ARRIVALS);
        OptionalDouble share = share(window);
        OptionalDouble turnedAway = window.ratio(Figures.QUEUE_ERRORS, Figures.ARRIVALS);
        boolean hidden = share.orElse(0) > SOME && turnedAway.orElse(0) > MANY;
        return arrivals.isPresent() && share.isPresent() && !hidden
                ? OptionalDouble.of(arrivals.getAsDouble() * (1 - share.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Attempts for each first one, at the least. */
    public static OptionalDouble amplification(Window window) {
        OptionalDouble share = share(window);
        return share.isPresent() ? OptionalDouble.of(1 / (1 - share.getAsDouble())) : OptionalDouble.empty();
    }
}
