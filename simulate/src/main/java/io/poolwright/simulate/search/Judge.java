package io.poolwright.simulate.search;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says what a change does, from its runs beside those without it, seed by seed. */
final class Judge {
    /** Goodput that is lower by less than this share of the offered is no worse. */
    private static final double SHARE = 0.01;
    /** Below this share a stack is down, and only the load behind it can still get worse. */
    private static final double DOWN = 0.01;
    /** So many times the database's connections or statements are a worse outage. */
    private static final double MORE = 1.2;
    /** So many times the 99th percentile is worse, where as much is answered as without. */
    private static final double SLOWER = 1.2;

    private final Goal goal;
    private final List<Run> base;
    private final Outcome before;

    Judge(Goal goal, List<Run> base) {
        this.goal = goal;
        this.base = base;
        this.before = Outcome.of(base, goal);
    }

    Counterfactual of(Change change, String said, double distance, List<Run> runs) {
        Outcome outcome = Outcome.of(runs, goal);
        String figures = figures(outcome);
        if (outcome.meets()) {
            return new Counterfactual(change, said, distance, Verdict.RESTORES, outcome, figures);
        }
        if (outcome.met() > 0) {
            return new Counterfactual(
                    change,
                    said,
                    distance,
                    Verdict.BORDERLINE,
                    outcome,
                    "%s; the goal is met in %d of %d runs".formatted(figures, outcome.met(), outcome.runs()));
        }
        Optional<String> worse = worse(runs, outcome);
        return new Counterfactual(
                change,
                said,
                distance,
                worse.isPresent() ? Verdict.MAKES_WORSE : Verdict.DOES_NOT,
                outcome,
                worse.map(reason -> figures + "; " + reason).orElse(figures));
    }

    private Optional<String> worse(List<Run> runs, Outcome outcome) {
        int pairs = Math.min(runs.size(), base.size());
        double[] less = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            less[i] = share(base.get(i).total()) - share(runs.get(i).total());
        }
        // The same random numbers on both sides: what differs is the change's doing, so the pairs' mean decides.
        double lost = Estimate.of(less).mean();
        if (lost > SHARE && Arrays.stream(less).allMatch(one -> one > 0)) {
            return Optional.of("%s of the requests fewer than without it".formatted(Numbers.percent(lost)));
        }
        if (before.goodShare().mean() < DOWN) {
            double backends = outcome.backends().mean();
            if (backends > MORE * before.backends().mean()
                    && backends > before.backends().mean() + 1) {
                return Optional.of("%s connections at the database instead of %s"
                        .formatted(
                                Numbers.plain(Math.rint(backends)),
                                Numbers.plain(Math.rint(before.backends().mean()))));
            }
            return Optional.empty();
        }
        if (lost > -SHARE && outcome.p99().isPresent() && before.p99().isPresent()) {
            double now = outcome.p99().get().low();
            double then = before.p99().get().high();
            if (now > then
                    && outcome.p99().get().mean() > SLOWER * before.p99().get().mean()) {
                return Optional.of("99th percentile %s instead of %s"
                        .formatted(
                                Numbers.seconds(outcome.p99().get().mean()),
                                Numbers.seconds(before.p99().get().mean())));
            }
        }
        return Optional.empty();
    }

    private static double share(Window window) {
        return Math.min(1, window.customers().goodShare());
    }

    private static String figures(Outcome outcome) {
        return "%s of the requests answered well%s"
                .formatted(
                        Numbers.percent(outcome.goodShare().mean()),
                        outcome.p99()
                                .map(p99 -> ", 99th percentile " + Numbers.seconds(p99.mean()))
                                .orElse(", in some run not one answered"));
    }
}
