package io.poolwright.simulate.search;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds which single change, and else which two, would bring a stack back to its goal.
 *
 * <p>Every change is tried in the same runs: the same customers, the same queries, the same pauses. A change is in force from the
 * start of the run, so what is found is what would have prevented the outage, or would end it with a restart.
 *
 * @param goal what customers are promised
 * @param setup how long to look; its seed is the first
 * @param seeds runs of each change
 * @param grid what is tried; empty for values around those that the stack has
 * @param lately parameters that were changed before it happened, and are to be tried first
 */
public record CounterfactualSearch(Goal goal, Setup setup, int seeds, Optional<Grid> grid, List<Parameter> lately) {
    /** Parameters of which pairs are made: those whose best value helps most. */
    private static final int PARTNERS = 8;
    /** Pairs that are reported. */
    private static final int PAIRS = 10;

    public CounterfactualSearch {
        if (seeds < 1) {
            throw new IllegalArgumentException("a search needs at least 1 seed, had " + seeds);
        }
        lately = List.copyOf(lately);
    }

    /** Three seeds, values around those that the stack has, no change lately. */
    public static CounterfactualSearch of(Goal goal, Setup setup) {
        return new CounterfactualSearch(goal, setup, 3, Optional.empty(), List.of());
    }

    /**
     * The search.
     *
     * @param model of the stack that misses its goal, steps included
     * @return empty when somebody said stop before the stack itself was run
     */
    public Optional<Counterfactuals> of(StackModel model, Trials trials) {
        List<Run> base = Replications.runs(trials, model, setup, seeds);
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Judge judge = new Judge(goal, base);
        Outcome before = Outcome.of(base, goal);
        List<Counterfactual> remedies = judged(model, Remedies.of(model), judge, trials);
        if (before.meets()) {
            return Optional.of(
                    new Counterfactuals(before, false, List.of(), List.of(), List.of(), remedies, trials.partial()));
        }
        List<Change> changes = grid.orElseGet(() -> Grid.around(model)).changes(model);
        List<Counterfactual> singles = judged(model, changes, judge, trials);
        List<Counterfactual> restoring = smallest(singles);
        List<Counterfactual> pairs =
                restoring.isEmpty() ? smallest(judged(model, pairs(singles), judge, trials)) : List.of();
        return Optional.of(new Counterfactuals(
                before,
                true,
                singles,
                restoring,
                pairs.subList(0, Math.min(PAIRS, pairs.size())),
                remedies,
                trials.partial()));
    }

    private List<Counterfactual> judged(StackModel model, List<Change> changes, Judge judge, Trials trials) {
        List<Trial> wanted = new ArrayList<>();
        List<Change> possible = new ArrayList<>();
        for (Change change : changes) {
            StackModel changed = change.in(model);
            if (Contradictions.none(changed)) {
                possible.add(change);
                for (int i = 0; i < seeds; i++) {
                    wanted.add(new Trial(changed, setup.withSeed(setup.seed() + i)));
                }
            }
        }
        trials.plan(wanted.size());
        List<Supplier<Optional<Run>>> tasks = new ArrayList<>();
        for (Trial trial : wanted) {
            tasks.add(() -> trials.unlessHopeless(trial));
        }
        List<Optional<Run>> runs = trials.all(tasks);
        List<Counterfactual> judged = new ArrayList<>();
        for (int i = 0; i < possible.size(); i++) {
            Change change = possible.get(i);
            List<Run> own = runs.subList(i * seeds, (i + 1) * seeds).stream()
                    .flatMap(Optional::stream)
                    .toList();
            // Fewer seeds than the others had would make a change look better than it is.
            if (own.size() == seeds) {
                judged.add(judge.of(change, change.said(model), change.distance(model), own));
            }
        }
        return judged;
    }

    /** Of each parameter the smallest change that restores, the one to try first first. */
    private List<Counterfactual> smallest(List<Counterfactual> tried) {
        Comparator<Counterfactual> nearest = Comparator.comparingDouble(Counterfactual::distance);
        Map<String, Counterfactual> best = new LinkedHashMap<>();
        tried.stream()
                .filter(one -> one.verdict() == Verdict.RESTORES)
                .sorted(nearest)
                .forEach(one -> best.putIfAbsent(one.change().id(), one));
        return best.values().stream()
                .sorted(Comparator.comparing(
                                (Counterfactual one) -> !one.change().touches(lately))
                        .thenComparing(nearest))
                .toList();
    }

    /** Two changes at a time, of the parameters that help most alone, each at its best value. */
    private static List<Change> pairs(List<Counterfactual> singles) {
        Map<String, Counterfactual> best = new LinkedHashMap<>();
        singles.stream()
                .sorted(Comparator.comparingDouble((Counterfactual one) ->
                                -one.outcome().goodShare().mean())
                        .thenComparingDouble(Counterfactual::distance))
                .forEach(one -> best.putIfAbsent(one.change().id(), one));
        List<Counterfactual> partners = best.values().stream().limit(PARTNERS).toList();
        List<Change> pairs = new ArrayList<>();
        for (int i = 0; i < partners.size(); i++) {
            for (int j = i + 1; j < partners.size(); j++) {
                List<Edit> both = new ArrayList<>(partners.get(i).change().edits());
                both.addAll(partners.get(j).change().edits());
                pairs.add(new Change(both));
            }
        }
        return pairs;
    }
}
