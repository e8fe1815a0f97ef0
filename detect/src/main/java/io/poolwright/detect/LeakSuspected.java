package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The pools count connections as used for which the database does nothing: four or more, for four looks, not shrinking.
 *
 * <p>Use time cannot show it: it is recorded at return, and a leaked connection is never returned.
 */
public final class LeakSuspected implements Detector {
    /** Connections. */
    public static final double LINE = 4;

    static final int HOLD = 4;

    @Override
    public String id() {
        return "leak-suspected";
    }

    @Override
    public String title() {
        return "Connections are lent out and idle";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        Window span = seen.last(HOLD);
        OptionalDouble idle = span.mean(Figures.UNACCOUNTED);
        OptionalDouble slope = span.slope(Figures.UNACCOUNTED);
        if (idle.isEmpty()
                || slope.isEmpty()
                || slope.getAsDouble() < -0.5
                || !seen.held(HOLD, Figures.UNACCOUNTED, value -> value >= LINE)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of %s used connections do nothing in the database, %s s running: they may never come back"
                        .formatted(Say.number(idle.getAsDouble()), Say.number(seen.latest(Figures.USED)), HOLD));
    }
}
