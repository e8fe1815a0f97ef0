package io.poolwright.cli.report.simulate;

import io.poolwright.detect.Say;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Estimates in words, and the figures that are set beside each other. */
final class Figures {
    private static final String UNKNOWN = "unknown";

    private Figures() {}

    /**
     * A row of a comparison.
     *
     * @param id its name for programs
     * @param name for people
     * @param of the estimate; empty when there is none
     * @param say how a value is written
     */
    record Row(String id, String name, Function<Outcome, Optional<Estimate>> of, DoubleFunction<String> say) {
        String told(Optional<Outcome> outcome) {
            return outcome.flatMap(of)
                    .map(estimate -> Figures.told(estimate, say))
                    .orElse(UNKNOWN);
        }
    }

    /** What two outcomes are compared by, the customers' view first. */
    static final List<Row> ROWS = List.of(
            row("goodShare", "answered well", Outcome::goodShare, Numbers::percent),
            row("errors", "given up", Outcome::errors, Numbers::percent),
            new Row("p50", "p50", Outcome::p50, Say::time),
            new Row("p95", "p95", Outcome::p95, Say::time),
            new Row("p99", "p99", Outcome::p99, Say::time),
            row("amplification", "attempts per request", Outcome::amplification, Numbers::plain),
            row("balancerQueue", "waiting at balancer", Outcome::balancerQueue, Say::number),
            row("used", "pool used", Outcome::used, Say::number),
            row("pending", "waiting for pool", Outcome::pending, Say::number),
            row("timeouts", "pool timeouts", Outcome::timeouts, Say::rate),
            row("created", "connections opened", Outcome::created, Say::rate),
            row("backends", "database connections", Outcome::backends, Say::number),
            row("zombies", "zombies", Outcome::zombies, Say::number),
            row("databaseCpu", "database processors", Outcome::databaseCpu, Say::number));

    private static Row row(String id, String name, Function<Outcome, Estimate> of, DoubleFunction<String> say) {
        return new Row(id, name, of.andThen(Optional::of), say);
    }

    /** The figure with its interval: {@code 99.2 % (99.1 % to 99.3 %)}; the interval is left out where it is as wide as a digit. */
    static String told(Estimate estimate, DoubleFunction<String> say) {
        String mean = say.apply(estimate.mean());
        if (!estimate.bounded()) {
            return mean + " (one run: no interval)";
        }
        String low = say.apply(estimate.low());
        String high = say.apply(estimate.high());
        return low.equals(high) ? mean : "%s (%s to %s)".formatted(mean, low, high);
    }

    /** A figure that may not be there. */
    static String told(Optional<Estimate> estimate, DoubleFunction<String> say) {
        return estimate.map(known -> told(known, say)).orElse(UNKNOWN);
    }
}
