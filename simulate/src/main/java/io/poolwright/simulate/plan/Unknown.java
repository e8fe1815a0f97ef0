package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a plan would be surer with.
 *
 * @param what it is: a parameter's name such as {@code db.cores}, or something else in words
 * @param because why it is not known
 * @param measure which file or measurement would tell
 * @param essential whether nothing can be recommended without it; else the plan finds out whether it matters
 */
public record Unknown(String what, String because, String measure, boolean essential) {
    public Unknown {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(measure, "measure");
    }

    Optional<Parameter> parameter() {
        return Parameter.named(what);
    }

    String sentence() {
        return "%s is not known: %s".formatted(what, because);
    }
}
