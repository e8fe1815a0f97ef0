package io.poolwright.cli.simulate;

import io.poolwright.cli.report.simulate.Second;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Latency;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The seconds of several runs put together: means over the runs, percentiles over all their answers. */
final class Seconds {
    private Seconds() {}

    /**
     * Puts them together.
     *
     * @param offset seconds before the run's own time began; earlier ones are left out
     */
    static List<Second> of(List<Run> runs, double offset) {
        int length = runs.stream().mapToInt(run -> run.seconds().size()).min().orElse(0);
        List<Second> seconds = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int at = i;
            List<Window> windows =
                    runs.stream().map(run -> run.seconds().get(at)).toList();
            double from = windows.get(0).from() - offset;
            if (from > -1e-6) {
                seconds.add(second(Math.max(0, from), windows));
            }
        }
        return List.copyOf(seconds);
    }

    private static Second second(double at, List<Window> windows) {
        Latency answered = windows.stream()
                .map(window -> window.customers().latency())
                .reduce(Latency::plus)
                .orElseThrow();
        return new Second(
                at,
                rate(windows, window -> window.customers().offered()),
                rate(windows, window -> window.customers().good()),
                rate(windows, window -> window.customers().late()),
                rate(windows, window -> window.customers().failures()),
                answered.percentile(50),
                answered.percentile(99),
                mean(windows, window -> window.balancer().queue()),
                mean(windows, window -> window.pool().used()),
                mean(windows, window -> window.pool().pending()),
                mean(windows, window -> window.database().backends()),
                mean(windows, window -> window.database().zombies()));
    }

    private static double rate(List<Window> windows, ToDoubleFunction<Window> of) {
        return mean(windows, window -> of.applyAsDouble(window) / window.seconds());
    }

    private static double mean(List<Window> windows, ToDoubleFunction<Window> of) {
        return windows.stream().mapToDouble(of).average().orElse(0);
    }

    /** Whether a stretch of one run kept a promise. */
    static boolean kept(List<Window> windows, Goal goal) {
        long offered = windows.stream()
                .mapToLong(window -> window.customers().offered())
                .sum();
        long good =
                windows.stream().mapToLong(window -> window.customers().good()).sum();
        OptionalDouble tail = windows.stream()
                .map(window -> window.customers().latency())
                .reduce(Latency::plus)
                .map(latency -> latency.percentile(goal.percent()))
                .orElse(OptionalDouble.empty());
        // One request is forgiven, or the ends of a stretch would decide about a stack with few of them.
        return good + 1 >= goal.goodShare() * offered && tail.orElse(Double.POSITIVE_INFINITY) <= goal.tail();
    }
}
