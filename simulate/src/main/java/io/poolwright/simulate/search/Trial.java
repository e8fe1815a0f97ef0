package io.poolwright.simulate.search;

import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import java.util.Objects;

/**
 * A run that is wanted.
 *
 * @param model of what
 * @param setup how long, and from which random numbers
 */
public record Trial(StackModel model, Setup setup) {
    public Trial {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(setup, "setup");
    }
}
