package io.poolwright.simulate.scenarios;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.CounterfactualSearch;
import io.poolwright.simulate.search.Grid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A known outage as a model.
 *
 * @param id its name on the command line
 * @param title in a few words
 * @param story what was changed, and what came of it
 * @param sound the stack before
 * @param model the stack that goes down, steps included
 * @param setup how long it is looked at
 * @param goal what its customers are promised
 * @param grid which changes are tried to bring it back
 * @param lately what was changed
 */
public record Scenario(
        String id,
        String title,
        String story,
        StackModel sound,
        StackModel model,
        Setup setup,
        Goal goal,
        Grid grid,
        List<Parameter> lately) {
    public Scenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(model, "model");
        lately = List.copyOf(lately);
    }

    /** The search for the change that brings it back, with three seeds, and none told which parameter was changed. */
    public CounterfactualSearch search() {
        return new CounterfactualSearch(goal, setup, 3, Optional.of(grid), List.of());
    }
}
