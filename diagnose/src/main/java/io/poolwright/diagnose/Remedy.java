package io.poolwright.diagnose;

import java.util.Objects;

/**
 * The one parameter to change.
 *
 * @param parameter its name in its product's own words
 * @param setAt where it is set: file and line, or the command that reads it
 * @param current value in force; {@code unknown} when nothing that we may read tells
 * @param suggested value to set, with its unit where the parameter takes one
 * @param reason how the value was computed
 */
public record Remedy(String parameter, String setAt, String current, String suggested, String reason) {
    public Remedy {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(setAt, "setAt");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(suggested, "suggested");
        Objects.requireNonNull(reason, "reason");
    }
}
