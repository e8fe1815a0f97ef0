package io.poolwright.simulate.search;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.Objects;

/**
 * A short disturbance that a sound stack gets over.
 *
 * @param parameter what is disturbed
 * @param factor its value is multiplied by this meanwhile
 * @param seconds how long
 */
public record Trigger(Parameter parameter, double factor, double seconds) {
    /** The database three times slower for ten seconds. */
    public static final Trigger SLOW_DATABASE = new Trigger(Parameter.DB_SLOW, 3, 10);

    public Trigger {
        Objects.requireNonNull(parameter, "parameter");
        if (!(factor > 0) || !(seconds > 0) || Double.isInfinite(factor) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "a trigger needs a factor and a length above 0; had %s and %s s".formatted(factor, seconds));
        }
    }

    /** The model with the disturbance in it. */
    public StackModel in(StackModel model, double from) {
        return model.during(parameter, model.get(parameter) * factor, from, seconds);
    }

    /** In words: {@code db.slow x3 for 10 s}. */
    public String said() {
        return "%s x%s for %s s".formatted(parameter.id(), Numbers.plain(factor), Numbers.plain(seconds));
    }
}
