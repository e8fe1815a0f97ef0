package io.poolwright.cli.fidelity;

import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the simulator says of one point: means over runs with other random numbers.
 *
 * @param runs what each gave
 */
record Predicted(List<Window> runs) {
    /** When a customer gives up, and what each failure counts as, in seconds. */
    static final double DEADLINE = 10;

    private static final double GOOD = 0.5;

    Predicted {
        runs = List.copyOf(runs);
    }

    static Predicted of(StackModel model, double warmUp, double seconds, int runs) {
        List<Window> windows = new ArrayList<>();
        for (int i = 1; i <= runs; i++) {
            windows.add(
                    StackRun.total(model, new Setup(warmUp, seconds, i, GOOD)).total());
        }
        return new Predicted(windows);
    }

    private double mean(ToDoubleFunction<Window> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** Half of the width in which one more run would lie, 95 of 100 times. */
    double spread(ToDoubleFunction<Window> figure) {
        double mean = mean(figure);
        double sum = runs.stream()
                .mapToDouble(figure)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return 1.96 * Math.sqrt(sum / Math.max(1, runs.size() - 1));
    }

    double throughput() {
        return mean(Predicted::throughput);
    }

    static double throughput(Window window) {
        return (window.customers().good() + window.customers().late()) / window.seconds();
    }

    double p50() {
        return mean(window -> 1000 * window.customers().latency().percentile(50).orElse(0));
    }

    double p99() {
        return mean(Predicted::p99);
    }

    static double p99(Window window) {
        return 1000 * window.customers().latency().percentile(99).orElse(0);
    }

    double p99Deadline() {
        return mean(window -> 1000
                * window.customers()
                        .latency()
                        .percentile(99, window.customers().failures(), DEADLINE)
                        .orElse(0));
    }

    double zombies() {
        return mean(window -> window.database().zombies());
    }

    double backends() {
        return mean(window -> window.database().backends());
    }

    double timeouts() {
        return mean(window -> window.pool().timeouts());
    }
}
