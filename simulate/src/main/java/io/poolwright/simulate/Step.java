package io.poolwright.simulate;

import java.util.Objects;

/**
 * A parameter that changes while a run goes on.
 *
 * @param parameter which
 * @param at seconds since the run began, warm-up included; 0 or more
 * @param value from then on
 */
public record Step(Parameter parameter, double at, double value) {
    public Step {
        Objects.requireNonNull(parameter, "parameter");
        parameter.checked(value);
        if (!(at >= 0) || Double.isInfinite(at)) {
            throw new IllegalArgumentException(
                    "%s: a step begins 0 or more seconds after the start, was %s".formatted(parameter.id(), at));
        }
    }
}
