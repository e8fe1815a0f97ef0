package io.poolwright.simulate.compare;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One figure of two measurements.
 *
 * @param figure its name, such as {@code p99}
 * @param before its value
 * @param after its value
 * @param change after less before for shares; after over before, less 1, for times. What is worse has the sign that {@code harm}
 *     gives
 * @param low lower end of the change's interval, at 99 %
 * @param high upper end
 * @param difference what that shows
 * @param secondsNeeded how long both measurements would have to be; empty unless there is too little data
 * @param said all of it in words
 */
public record Compared(
        String figure,
        double before,
        double after,
        double change,
        double low,
        double high,
        Difference difference,
        OptionalInt secondsNeeded,
        String said) {
    public Compared {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(difference, "difference");
    }
}
