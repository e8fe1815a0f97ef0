package io.poolwright.cli.fidelity;

import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the simulator says of one point: the middle one of some runs with other random numbers.
 *
 * @param runs of the most likely model
 * @param others of models that are likely as well: other samples of the recording would have given them
 */
record Predicted(List<Window> runs, List<Window> others) {
    /** When a customer gives up, and what each failure counts as, in seconds. */
    static final double DEADLINE = 10;

    private static final double GOOD = 0.5;
    private static final int RUNS = 9;

    Predicted {
        runs = List.copyOf(runs);
        others = List.copyOf(others);
    }

    /**
     * @param model as it is most likely
     * @param cloud as it may as well be
     */
    static Predicted of(StackModel model, List<StackModel> cloud, double warmUp, double seconds) {
        List<Window> windows = new ArrayList<>();
        for (int i = 1; i <= RUNS; i++) {
            windows.add(run(model, warmUp, seconds, i));
        }
        List<Window> others = new ArrayList<>();
        for (StackModel other : cloud) {
            others.add(run(other, warmUp, seconds, RUNS + 1L + others.size()));
        }
        return new Predicted(windows, others);
    }

    private static Window run(StackModel model, double warmUp, double seconds, long seed) {
        return StackRun.total(model, new Setup(warmUp, seconds, seed, GOOD)).total();
    }

    private double middle(ToDoubleFunction<Window> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The least of the others: one more run lies above it more than 9 of 10 times. */
    double least(ToDoubleFunction<Window> figure) {
        return others.stream().mapToDouble(figure).min().orElseThrow();
    }

    /** The most of the others. */
    double most(ToDoubleFunction<Window> figure) {
        return others.stream().mapToDouble(figure).max().orElseThrow();
    }

    double throughput() {
        return middle(Predicted::throughput);
    }

    static double throughput(Window window) {
        return (window.customers().good() + window.customers().late()) / window.seconds();
    }

    double p50() {
        return middle(
                window -> 1000 * window.customers().latency().percentile(50).orElse(0));
    }

    double p99() {
        return middle(Predicted::p99);
    }

    static double p99(Window window) {
        return 1000 * window.customers().latency().percentile(99).orElse(0);
    }

    double p99Deadline() {
        return middle(window -> 1000
                * window.customers()
                        .latency()
                        .percentile(99, window.customers().failures(), DEADLINE)
                        .orElse(0));
    }

    double zombies() {
        return middle(window -> window.database().zombies());
    }

    double backends() {
        return middle(window -> window.database().backends());
    }

    double timeouts() {
        return middle(window -> window.pool().timeouts());
    }
}
