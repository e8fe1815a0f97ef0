package io.poolwright.audit.solve;

import io.poolwright.audit.Change;
import java.util.List;

/**
 * One consistent set of values for a stack.
 *
 * @param steps outermost first
 * @param open what must be known before the rest can be solved, and how to supply it
 */
public record Solution(List<Step> steps, List<String> open) {
    public Solution {
        steps = List.copyOf(steps);
        open = List.copyOf(open);
    }

    /** The edits that lead there, for what is written in files. */
    public List<Change> changes() {
        return steps.stream()
                .filter(step -> !step.stays())
                .flatMap(step -> step.write().stream().flatMap(fresh -> step.setting().origin().stream()
                        .map(at -> Change.replace(
                                at,
                                step.setting().name(),
                                step.setting().written().orElse(""),
                                fresh))))
                .toList();
    }

    /** Whether everything may stay as it is. */
    public boolean allStays() {
        return steps.stream().allMatch(Step::stays);
    }
}
