package io.poolwright.simulate.plan;

import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the sizes and limits should be; or that none would do; or that it cannot be told.
 *
 * @param kind which of the three
 * @param reasons why it cannot be told, or why none would do; empty for a recommendation
 * @param measureNext what would make it possible to tell; empty unless abstained
 * @param recommended every setting that was looked at, those that may stay as they are included
 * @param binding what limits the stack with the recommended settings; with those it has when nothing is recommended
 * @param before the load line of the stack as it is; empty when it was not asked for or there was no time
 * @param after the same with the recommended settings
 * @param predictedBefore at the peak, as it is
 * @param predictedAfter at the peak, with the recommended settings
 * @param pools what each pool size tried comes to, the smallest first
 * @param sensitivity what the recommended settings come to when the stack is not as it was taken to be
 * @param steps how to get there, one setting at a time
 * @param notes what was assumed, and what the recommended settings do not get over
 * @param partial that runs were left out; empty when the answer is whole
 */
public record Plan(
        Kind kind,
        List<String> reasons,
        List<String> measureNext,
        List<Recommendation> recommended,
        Optional<Bound> binding,
        Optional<LoadLine> before,
        Optional<LoadLine> after,
        Optional<Outcome> predictedBefore,
        Optional<Outcome> predictedAfter,
        List<PoolPoint> pools,
        List<Sensitivity> sensitivity,
        List<PlanStep> steps,
        List<String> notes,
        Optional<String> partial) {
    public Plan {
        Objects.requireNonNull(kind, "kind");
        reasons = List.copyOf(reasons);
        measureNext = List.copyOf(measureNext);
        recommended = List.copyOf(recommended);
        pools = List.copyOf(pools);
        sensitivity = List.copyOf(sensitivity);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** Whether the goal is met with the recommended settings, in most of what the stack may be. */
    public boolean keepsPromise() {
        return predictedAfter.map(after -> 2 * after.met() > after.runs()).orElse(false);
    }

    /** Which of the three answers it is. */
    public enum Kind {
        /** The settings that should be. */
        RECOMMENDED,
        /** No setting of the pools holds this load. */
        NO_SIZE_HOLDS,
        /** It cannot be told from what is known. */
        ABSTAINED
    }

    /** Whether it cannot be told. */
    public boolean abstained() {
        return kind == Kind.ABSTAINED;
    }

    /** Only those settings that are to be changed. */
    public List<Recommendation> changes() {
        return recommended.stream().filter(Recommendation::changes).toList();
    }
}
