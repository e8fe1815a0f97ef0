package io.poolwright.cli.simulate;

import io.poolwright.cli.report.simulate.Answer;
import io.poolwright.cli.report.simulate.WhatIf.Stretch;
import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Recovery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says whether a promise was kept in some runs.
 *
 * @param answer in a word
 * @param why in a sentence
 * @param recovery seconds from the end of the last fault until all was well again, the mean over the runs
 */
record Judgement(Answer answer, String why, OptionalDouble recovery) {
    /** Seconds before a fault that are enough to see whether the stack was well. */
    private static final int BEFORE = 10;

    /**
     * Judges.
     *
     * @param stretches in which something was different, in seconds of the run's own time
     * @param offset of that time
     * @param load fresh requests a second; empty for customers who wait
     * @param binding what limits the stack by arithmetic
     */
    static Judgement of(
            List<Run> runs,
            Outcome outcome,
            Goal goal,
            List<Stretch> stretches,
            double offset,
            OptionalDouble load,
            Optional<Bound> binding) {
        String figures = figures(outcome, goal);
        if (outcome.meets() && !measuredAfter(runs, stretches, offset)) {
            return new Judgement(Answer.HOLDS, figures, OptionalDouble.empty());
        }
        String reason = outcome.met() == 0
                ? figures
                : "%s The promise is kept in %d of %d runs.".formatted(figures, outcome.met(), outcome.runs());
        String above = load.isPresent()
                        && binding.isPresent()
                        && load.getAsDouble() > binding.get().rate()
                ? " The load is above what the stack can carry: "
                        + binding.get().said() + "."
                : "";
        OptionalDouble over = Timing.over(stretches);
        if (over.isEmpty() || !wellBefore(runs, stretches, offset)) {
            return new Judgement(Answer.DOES_NOT_HOLD, reason + above, OptionalDouble.empty());
        }
        double end = offset + over.getAsDouble();
        List<OptionalDouble> recoveries =
                runs.stream().map(run -> recovery(run, end, goal)).toList();
        long down = recoveries.stream().filter(OptionalDouble::isEmpty).count();
        if (down > 0) {
            return new Judgement(
                    Answer.STAYS_DOWN,
                    "%s is answered well in the last ten seconds, %s after the fault was over%s.%s"
                            .formatted(
                                    Numbers.percent(last(runs)),
                                    Say.time(runs.get(0).total().to() - end),
                                    down == runs.size() ? "" : ", in %d of %d runs".formatted(down, runs.size()),
                                    above),
                    OptionalDouble.empty());
        }
        Estimate recovery = Estimate.of(recoveries.stream()
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray())
                .within(0, Double.POSITIVE_INFINITY);
        boolean kept = true;
        for (int i = 0; i < runs.size(); i++) {
            double from = end + recoveries.get(i).getAsDouble();
            kept &= Seconds.kept(between(runs.get(i), from, Double.POSITIVE_INFINITY), goal);
        }
        return kept
                ? new Judgement(
                        Answer.RECOVERS,
                        "The promise is broken while the fault lasts; all is well again %s after its end, and stays so."
                                .formatted(told(recovery)),
                        OptionalDouble.of(recovery.mean()))
                : new Judgement(
                        Answer.DOES_NOT_HOLD,
                        "Requests are answered again %s after the fault, but the promise is still broken. %s%s"
                                .formatted(told(recovery), reason, above),
                        OptionalDouble.of(recovery.mean()));
    }

    /** Whether only what came after the faults is in the figures. */
    private static boolean measuredAfter(List<Run> runs, List<Stretch> stretches, double offset) {
        OptionalDouble over = Timing.over(stretches);
        return over.isPresent() && runs.get(0).total().from() >= offset + over.getAsDouble();
    }

    /** From then to the first ten seconds in which the promise is kept. */
    private static OptionalDouble recovery(Run run, double since, Goal goal) {
        List<Window> after = between(run, since, Double.POSITIVE_INFINITY);
        for (int i = 0; i + Recovery.WINDOW <= after.size(); i++) {
            if (Seconds.kept(after.subList(i, i + Recovery.WINDOW), goal)) {
                return OptionalDouble.of(Math.max(0, after.get(i).from() - since));
            }
        }
        return OptionalDouble.empty();
    }

    private static String told(Estimate recovery) {
        String mean = Say.time(recovery.mean());
        return !recovery.bounded() || Say.time(recovery.low()).equals(Say.time(recovery.high()))
                ? mean
                : "%s (%s to %s)".formatted(mean, Say.time(recovery.low()), Say.time(recovery.high()));
    }

    private static String figures(Outcome outcome, Goal goal) {
        String good = "%s of the requests are answered well, %s are promised"
                .formatted(Numbers.percent(outcome.goodShare().mean()), Numbers.plain(goal.goodShare() * 100) + " %");
        String tail = outcome.p99().isEmpty()
                ? "in some run nothing is answered at all"
                : goal.percent() == 99
                        ? "p99 is %s, at most %s is promised"
                                .formatted(Say.time(outcome.p99().get().mean()), Say.time(goal.tail()))
                        : "p%s is promised to be at most %s"
                                .formatted(Numbers.plain(goal.percent()), Say.time(goal.tail()));
        return "%s; %s.".formatted(good, tail);
    }

    /** Whether all went well right before the first fault; taken to be so when it came too early to tell. */
    private static boolean wellBefore(List<Run> runs, List<Stretch> stretches, double offset) {
        double first =
                offset + stretches.stream().mapToDouble(Stretch::from).min().orElse(0);
        if (first < BEFORE) {
            return true;
        }
        return runs.stream().allMatch(run -> share(between(run, first - BEFORE, first)) >= Recovery.SHARE - 0.01);
    }

    private static double last(List<Run> runs) {
        return runs.stream()
                .mapToDouble(run -> {
                    double end = run.total().to();
                    return share(between(run, end - BEFORE, end));
                })
                .average()
                .orElse(0);
    }

    private static double share(List<Window> windows) {
        long offered = windows.stream()
                .mapToLong(window -> window.customers().offered())
                .sum();
        long good =
                windows.stream().mapToLong(window -> window.customers().good()).sum();
        return offered == 0 ? 1 : Math.min(1, good / (double) offered);
    }

    private static List<Window> between(Run run, double from, double to) {
        return run.seconds().stream()
                .filter(window -> window.from() >= from - 1e-6 && window.to() <= to + 1e-6)
                .toList();
    }
}
