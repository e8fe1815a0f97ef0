package io.poolwright.simulate.plan;

import io.poolwright.simulate.Window;
import java.util.List;

/**
 * How well one setting does, over every stack that the real one may be.
 *
 * @param peak a stretch at the peak for each member
 * @param busier the same at 1.3 times the peak
 * @param tails for each member the 99th percentile at the peak, failed requests counted as having taken the deadline; seconds
 * @param busierTail the mean of the same at 1.3 times the peak, in seconds
 */
record Score(List<Window> peak, List<Window> busier, List<Double> tails, double busierTail) {
    /** Two shares of violated requests closer than this are one. */
    static final double SAME = 0.002;

    Score {
        peak = List.copyOf(peak);
        busier = List.copyOf(busier);
        tails = List.copyOf(tails);
    }

    static Score of(List<Window> peak, List<Window> busier, double deadline) {
        return new Score(
                peak,
                busier,
                peak.stream().map(window -> tail(window, deadline)).toList(),
                busier.stream()
                        .mapToDouble(window -> tail(window, deadline))
                        .average()
                        .orElse(deadline));
    }

    /** The 99th percentile of a stretch with every failed request counted as this long, in seconds. */
    static double tail(Window window, double deadline) {
        Window.Customers customers = window.customers();
        // Nothing answered and nothing given up, though something was asked: all of it is still waiting.
        long missing = Math.max(
                customers.failures(), customers.offered() - customers.latency().count());
        return customers
                .latency()
                .percentile(99, Math.max(0, missing), deadline)
                .orElse(0);
    }

    /** Requests late or failed in the worst tenth of the members, mean of both loads; 0 to 1. */
    double violation() {
        return (worst(peak) + worst(busier)) / 2;
    }

    /** The same at the peak alone. */
    double violationAtPeak() {
        return worst(peak);
    }

    /** Mean over the members. */
    double tail() {
        return tails.stream().mapToDouble(Double::doubleValue).average().orElse(Double.POSITIVE_INFINITY);
    }

    /** Conditional value at risk: the mean of the worst tenth, at least of one. */
    private static double worst(List<Window> windows) {
        int tenth = Math.max(1, windows.size() / 10);
        return windows.stream()
                .map(Window::customers)
                .map(customers -> 1 - Math.min(1, customers.goodShare()))
                .sorted((one, other) -> Double.compare(other, one))
                .limit(tenth)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
    }
}
