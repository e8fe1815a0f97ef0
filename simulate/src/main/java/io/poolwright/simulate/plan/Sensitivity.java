package io.poolwright.simulate.plan;

import io.poolwright.simulate.search.Outcome;
import java.util.Objects;

/**
 * What the recommended settings come to when something is not as it was taken to be.
 *
 * @param what is otherwise, in words
 * @param outcome with it
 * @param meets whether the goal is still met
 */
public record Sensitivity(String what, Outcome outcome, boolean meets) {
    public Sensitivity {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(outcome, "outcome");
    }
}
