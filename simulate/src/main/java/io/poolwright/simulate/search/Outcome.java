package io.poolwright.simulate.search;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What several runs of one model came to, each figure with its 95 % interval.
 *
 * @param runs how many
 * @param met in how many of them the goal was met
 * @param offered fresh requests a second
 * @param good answered well, a second
 * @param goodShare of the offered, 0 to 1
 * @param errors requests given up, share of the offered, 0 to 1
 * @param p50 of answered requests in seconds; empty when some run answered none
 * @param p95 likewise
 * @param p99 likewise
 * @param amplification attempts for each fresh request
 * @param balancerQueue requests waiting in the balancer
 * @param used connections lent out, of all pools together
 * @param pending callers waiting for one
 * @param timeouts callers a second who gave up waiting
 * @param created connections opened a second
 * @param backends connections open at the database
 * @param zombies statements whose client has gone
 * @param databaseCpu its processors busy
 */
public record Outcome(
        int runs,
        int met,
        Estimate offered,
        Estimate good,
        Estimate goodShare,
        Estimate errors,
        Optional<Estimate> p50,
        Optional<Estimate> p95,
        Optional<Estimate> p99,
        Estimate amplification,
        Estimate balancerQueue,
        Estimate used,
        Estimate pending,
        Estimate timeouts,
        Estimate created,
        Estimate backends,
        Estimate zombies,
        Estimate databaseCpu) {

    /**
     * From the runs' stretches after their warm-up.
     *
     * @param runs at least one
     */
    public static Outcome of(List<Run> runs, Goal goal) {
        return ofWindows(runs.stream().map(Run::total).toList(), goal);
    }

    /** From stretches of independent runs; at least one. The intervals are of the means. */
    public static Outcome ofWindows(List<Window> windows, Goal goal) {
        return of(windows, goal, Estimate::of);
    }

    /** The same, with intervals that hold what one more run would show: for a prediction of one real stack. */
    public static Outcome predicted(List<Window> windows, Goal goal) {
        return of(windows, goal, Estimate::next);
    }

    private static Outcome of(List<Window> windows, Goal goal, Function<double[], Estimate> estimate) {
        return new Outcome(
                windows.size(),
                (int) windows.stream().filter(goal::metBy).count(),
                count(windows, estimate, window -> window.customers().offered() / window.seconds()),
                count(windows, estimate, window -> window.customers().good() / window.seconds()),
                // What is answered in a stretch may have been born before it.
                of(windows, estimate, window -> Math.min(1, window.customers().goodShare()))
                        .within(0, 1),
                of(windows, estimate, Outcome::errorShare).within(0, 1),
                percentile(windows, estimate, 50),
                percentile(windows, estimate, 95),
                percentile(windows, estimate, 99),
                count(windows, estimate, window -> window.customers().amplification()),
                count(windows, estimate, window -> window.balancer().queue()),
                count(windows, estimate, window -> window.pool().used()),
                count(windows, estimate, window -> window.pool().pending()),
                count(windows, estimate, window -> window.pool().timeouts() / window.seconds()),
                count(windows, estimate, window -> window.pool().created() / window.seconds()),
                count(windows, estimate, window -> window.database().backends()),
                count(windows, estimate, window -> window.database().zombies()),
                count(windows, estimate, window -> window.database().cpu()));
    }

    /** Whether every run met the goal. */
    public boolean meets() {
        return met == runs;
    }

    private static double errorShare(Window window) {
        long offered = window.customers().offered();
        return offered == 0 ? 0 : Math.min(1, window.customers().failures() / (double) offered);
    }

    private static Optional<Estimate> percentile(
            List<Window> windows, Function<double[], Estimate> estimate, double percent) {
        double[] values = windows.stream()
                .mapToDouble(window ->
                        window.customers().latency().percentile(percent).orElse(Double.NaN))
                .toArray();
        // Those runs that answered something would flatter those that did not.
        return Arrays.stream(values).anyMatch(Double::isNaN)
                ? Optional.empty()
                : Optional.of(estimate.apply(values).within(0, Double.POSITIVE_INFINITY));
    }

    private static Estimate count(
            List<Window> windows, Function<double[], Estimate> estimate, ToDoubleFunction<Window> figure) {
        return of(windows, estimate, figure).within(0, Double.POSITIVE_INFINITY);
    }

    private static Estimate of(
            List<Window> windows, Function<double[], Estimate> estimate, ToDoubleFunction<Window> figure) {
        return estimate.apply(windows.stream().mapToDouble(figure).toArray());
    }
}
