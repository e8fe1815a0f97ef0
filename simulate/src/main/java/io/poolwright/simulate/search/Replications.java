package io.poolwright.simulate.search;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The same model run several times, each from its own random numbers. */
public final class Replications {
    private Replications() {}

    /**
     * The runs, those left out when somebody said stop missing.
     *
     * @param setup its seed is the first; the others follow it
     * @param count how many; at least 1
     */
    public static List<Run> runs(Trials trials, StackModel model, Setup setup, int count) {
        List<Trial> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wanted.add(new Trial(model, setup.withSeed(setup.seed() + i)));
        }
        return trials.each(wanted, run -> run).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What they come to; empty when not one was made. */
    public static Optional<Outcome> outcome(Trials trials, StackModel model, Setup setup, int count, Goal goal) {
        List<Run> runs = runs(trials, model, setup, count);
        return runs.isEmpty() ? Optional.empty() : Optional.of(Outcome.of(runs, goal));
    }

    /** Any one figure of them. */
    public static Estimate figure(List<Run> runs, ToDoubleFunction<Window> figure) {
        return Estimate.of(runs.stream().map(Run::total).mapToDouble(figure).toArray());
    }
}
