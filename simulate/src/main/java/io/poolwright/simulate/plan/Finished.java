package io.poolwright.simulate.plan;

import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan that is being put together. */
final class Finished {
    private final Plan.Kind kind;
    private final List<String> reasons;
    private final List<String> measureNext;
    private final Optional<Bound> binding;
    private final Trials trials;
    List<Recommendation> recommended = List.of();
    Optional<LoadLine> before = Optional.empty();
    Optional<LoadLine> after = Optional.empty();
    Optional<Outcome> predictedBefore = Optional.empty();
    Optional<Outcome> predictedAfter = Optional.empty();
    List<PoolPoint> pools = List.of();
    List<Sensitivity> sensitivity = List.of();
    List<PlanStep> steps = List.of();
    final List<String> notes = new ArrayList<>();

    Finished(Plan.Kind kind, List<String> reasons, List<String> measureNext, Optional<Bound> binding, Trials trials) {
        this.kind = kind;
        this.reasons = reasons;
        this.measureNext = measureNext;
        this.binding = binding;
        this.trials = trials;
    }

    Plan build() {
        return new Plan(
                kind,
                reasons,
                measureNext.stream().distinct().toList(),
                recommended,
                binding,
                before,
                after,
                predictedBefore,
                predictedAfter,
                pools,
                sensitivity,
                steps,
                notes,
                trials.partial());
    }
}
