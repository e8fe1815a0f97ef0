package io.poolwright.cli.simulate;

import io.poolwright.simulate.Goal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is asked of a simulation.
 *
 * @param changes to the stack
 * @param troubles that come over it
 * @param goal that it is held to; empty for the subject's own, or the usual one
 * @param seconds length of a run; empty for the usual length, or as long as the troubles need
 * @param runs independent ones
 * @param seed of the first
 * @param loadLine whether the load line is searched
 * @param counterfactual whether single changes are searched
 */
public record Question(
        List<Change> changes,
        List<Trouble> troubles,
        Optional<Goal> goal,
        OptionalDouble seconds,
        int runs,
        long seed,
        boolean loadLine,
        boolean counterfactual) {
    public Question {
        changes = List.copyOf(changes);
        troubles = List.copyOf(troubles);
    }
}
