package io.poolwright.cli.simulate;

import io.poolwright.cli.report.simulate.LoadPoint;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Replications;
import io.poolwright.simulate.search.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a stack at loads from little to more than it can carry. */
final class Curve {
    private static final int POINTS = 14;
    private static final int RUNS = 3;
    private static final double SECONDS = 40;
    private static final double WARM_UP = 10;

    private Curve() {}

    /**
     * The points, lowest load first.
     *
     * @param line of the same stack
     */
    static List<LoadPoint> of(StackModel model, LoadLine line, Goal goal, long seed, Trials trials) {
        double present = line.present();
        double highest = Math.max(
                present * 1.3,
                line.collapse().rate().map(rate -> rate.mean() * 1.15).orElse(present * 2));
        if (!(highest > 0)) {
            return List.of();
        }
        Setup setup = new Setup(WARM_UP, SECONDS, seed, goal.limit());
        List<Supplier<Optional<LoadPoint>>> wanted = new ArrayList<>();
        for (int i = 1; i <= POINTS; i++) {
            double rate = highest * i / POINTS;
            wanted.add(() -> Replications.outcome(trials, model.with(Parameter.CLIENT_RATE, rate), setup, RUNS, goal)
                    .map(outcome -> new LoadPoint(rate, outcome)));
        }
        return trials.all(wanted).stream().flatMap(Optional::stream).toList();
    }
}
