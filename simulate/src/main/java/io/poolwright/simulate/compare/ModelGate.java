package io.poolwright.simulate.compare;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.LoadLineSearch;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Regime;
import io.poolwright.simulate.search.Replications;
import io.poolwright.simulate.search.Threshold;
import io.poolwright.simulate.search.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a stack with a change against the stack without it, under the same load and the same random numbers.
 *
 * <p>A change is stopped that crosses the load line: the goal was met and is missed, a trigger was survived and is not any more, or
 * what was bad already gets worse. A change that only brings the line nearer is let through with a note.
 *
 * @param goal what customers are promised
 * @param seed of the random numbers
 */
public record ModelGate(Goal goal, long seed) {
    private static final int RUNS = 5;
    private static final double WARM_UP = 30;
    private static final double SECONDS = 60;
    /** Share of the requests that a change may cost a stack that misses its goal anyway. */
    private static final double SHARE = 0.01;
    /** A line that moves by more than this share is worth a note. */
    private static final double MOVED = 0.1;

    /** The verdict; empty when somebody said stop before both were run. */
    public Optional<GateVerdict> of(StackModel before, StackModel after, Trials trials) {
        Setup setup = new Setup(WARM_UP, SECONDS, seed, goal.limit());
        List<Run> runsBefore = Replications.runs(trials, before, setup, RUNS);
        List<Run> runsAfter = Replications.runs(trials, after, setup, RUNS);
        if (runsBefore.isEmpty() || runsAfter.isEmpty()) {
            return Optional.empty();
        }
        Outcome first = Outcome.of(runsBefore, goal);
        Outcome second = Outcome.of(runsAfter, goal);
        LoadLine lineBefore = LoadLineSearch.of(goal, seed).of(before, trials);
        LoadLine lineAfter = LoadLineSearch.of(goal, seed).of(after, trials);
        List<String> reasons = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String load = Numbers.of(Parameter.CLIENT_RATE, after.get(Parameter.CLIENT_RATE));
        if (most(first) && !most(second)) {
            reasons.add("crosses the load line: at %s %s were answered well and the goal was met, after it %s%s"
                    .formatted(
                            load,
                            Numbers.percent(first.goodShare().mean()),
                            Numbers.percent(second.goodShare().mean()),
                            tail(first, second)));
        } else if (!most(first) && lost(runsBefore, runsAfter) > SHARE) {
            reasons.add("the goal is missed at %s already, and it gets worse: %s answered well before, %s after"
                    .formatted(
                            load,
                            Numbers.percent(first.goodShare().mean()),
                            Numbers.percent(second.goodShare().mean())));
        }
        worse(lineBefore, lineAfter, load).ifPresent(reasons::add);
        moved("the goal's rate", lineBefore.slo(), lineAfter.slo()).ifPresent(notes::add);
        moved("the rate above which a trigger is not survived", lineBefore.vulnerable(), lineAfter.vulnerable())
                .ifPresent(notes::add);
        return Optional.of(new GateVerdict(
                !reasons.isEmpty(), reasons, notes, first, second, lineBefore, lineAfter, trials.partial()));
    }

    /** A goal that is met in most runs is met; a single run at the edge is no reason to stop anybody. */
    private static boolean most(Outcome outcome) {
        return 2 * outcome.met() > outcome.runs();
    }

    private static double lost(List<Run> before, List<Run> after) {
        int pairs = Math.min(before.size(), after.size());
        double[] lost = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            lost[i] = before.get(i).total().customers().goodShare()
                    - after.get(i).total().customers().goodShare();
        }
        Estimate estimate = Estimate.of(lost);
        return estimate.bounded() ? estimate.low() : estimate.mean();
    }

    private static String tail(Outcome first, Outcome second) {
        return first.p99().isPresent() && second.p99().isPresent()
                ? ", 99th percentile %s before and %s after"
                        .formatted(
                                Numbers.seconds(first.p99().get().mean()),
                                Numbers.seconds(second.p99().get().mean()))
                : "";
    }

    private static Optional<String> worse(LoadLine before, LoadLine after, String load) {
        boolean was = before.regime().filter(regime -> regime == Regime.STABLE).isPresent();
        boolean is =
                after.regime().filter(regime -> regime == Regime.VULNERABLE).isPresent();
        return was && is
                ? Optional.of(
                        "crosses the load line: at %s a short trigger was survived, and now leaves the stack down%s"
                                .formatted(
                                        load,
                                        after.vulnerable()
                                                .rate()
                                                .map(rate -> "; safe up to %s/s".formatted(Numbers.plain(rate.mean())))
                                                .orElse("")))
                : Optional.empty();
    }

    private static Optional<String> moved(String what, Threshold before, Threshold after) {
        if (before.rate().isEmpty() || after.rate().isEmpty()) {
            return Optional.empty();
        }
        double first = before.rate().get().mean();
        double second = after.rate().get().mean();
        return Math.abs(second / first - 1) > MOVED
                ? Optional.of(
                        "%s goes from %s to %s requests/s".formatted(what, Numbers.plain(first), Numbers.plain(second)))
                : Optional.empty();
    }
}
