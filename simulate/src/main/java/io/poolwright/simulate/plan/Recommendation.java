package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Unit;
import java.util.Objects;

/**
 * What one setting should be.
 *
 * @param parameter which
 * @param present what it is
 * @param value what it should be
 * @param low the lowest value that would do as well
 * @param high the highest
 * @param why in words, with its numbers
 */
public record Recommendation(Parameter parameter, double present, double value, double low, double high, String why) {
    public Recommendation {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(why, "why");
        if (!(low <= value) || !(value <= high)) {
            throw new IllegalArgumentException(
                    "%s: a value lies in its interval; had %s in %s to %s".formatted(parameter.id(), value, low, high));
        }
    }

    /** Unit of all four numbers. */
    public Unit unit() {
        return parameter.unit();
    }

    /** Whether it is to be changed at all. */
    public boolean changes() {
        return present != value;
    }
}
