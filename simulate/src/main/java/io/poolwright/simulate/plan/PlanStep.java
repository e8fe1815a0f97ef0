package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.search.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * One change of the plan: one setting.
 *
 * @param parameter which
 * @param from what it is before
 * @param to what it is then
 * @param said the change in words
 * @param predicted what the stack does after it, the earlier steps being done
 * @param safe whether the stack is predicted to be no worse off after it than before it
 * @param rollback when to take it back, any one being enough
 */
public record PlanStep(
        Parameter parameter,
        double from,
        double to,
        String said,
        Outcome predicted,
        boolean safe,
        List<Rollback> rollback) {
    public PlanStep {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(predicted, "predicted");
        rollback = List.copyOf(rollback);
    }
}
