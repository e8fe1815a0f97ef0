package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Threshold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the reports for programs share. What is unknown or has no limit is null; numbers have four digits that count. */
final class Maps {
    private Maps() {}

    /** A number; null when there is none, or when it is infinite. */
    static @Nullable Object number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
        return new BigDecimal(rounded.toPlainString());
    }

    static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : null;
    }

    static @Nullable Map<String, Object> estimate(Optional<Estimate> estimate) {
        return estimate.map(known -> estimate(known)).orElse(null);
    }

    static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("mean", number(estimate.mean()));
        one.put("low", number(estimate.low()));
        one.put("high", number(estimate.high()));
        return one;
    }

    static Map<String, Object> goal(Goal goal) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("goodShare", number(goal.goodShare()));
        one.put("withinSeconds", number(goal.limit()));
        one.put("percentile", number(goal.percent()));
        one.put("percentileSeconds", number(goal.tail()));
        return one;
    }

    static @Nullable Map<String, Object> outcome(Optional<Outcome> outcome) {
        return outcome.map(known -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("runs", known.runs());
                    one.put("runsThatKeepThePromise", known.met());
                    one.put("offered", estimate(known.offered()));
                    one.put("good", estimate(known.good()));
                    Figures.ROWS.forEach(
                            row -> one.put(row.id(), estimate(row.of().apply(known))));
                    return one;
                })
                .orElse(null);
    }

    static @Nullable Map<String, Object> line(Optional<LoadLine> line) {
        return line.map(known -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("present", number(known.present()));
                    one.put("slo", mean(known.slo()));
                    one.put("vulnerable", mean(known.vulnerable()));
                    one.put("collapse", mean(known.collapse()));
                    Map<String, Object> intervals = new LinkedHashMap<>();
                    intervals.put("slo", threshold(known.slo()));
                    intervals.put("vulnerable", threshold(known.vulnerable()));
                    intervals.put("collapse", threshold(known.collapse()));
                    one.put("intervals", intervals);
                    one.put("regime", known.regime().map(regime -> regime.id()).orElse(null));
                    one.put("recoverySeconds", estimate(known.recovery()));
                    one.put("bounds", known.bounds().stream().map(Maps::bound).toList());
                    one.put("contradictions", known.contradictions());
                    return one;
                })
                .orElse(null);
    }

    private static @Nullable Object mean(Threshold threshold) {
        return threshold.rate().map(rate -> number(rate.mean())).orElse(null);
    }

    private static Map<String, Object> threshold(Threshold threshold) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("low", threshold.rate().map(rate -> number(rate.low())).orElse(null));
        one.put("high", threshold.rate().map(rate -> number(rate.high())).orElse(null));
        one.put("why", threshold.why());
        return one;
    }

    static Map<String, Object> bound(Bound bound) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", bound.id());
        one.put("rate", number(bound.rate()));
        one.put("text", bound.said());
        return one;
    }

    static void basis(Map<String, Object> into, Basis basis) {
        into.put(
                "known",
                basis.facts().stream()
                        .map(fact -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("parameter", fact.name());
                            one.put("value", fact.value());
                            one.put("how", Basis.kind(fact.how()));
                            one.put("source", Basis.source(fact.how()));
                            return one;
                        })
                        .toList());
        into.put(
                "unknown",
                basis.open().stream()
                        .map(open -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("what", open.what());
                            one.put("because", open.because());
                            one.put("measure", open.measure());
                            one.put("essential", open.essential());
                            return one;
                        })
                        .toList());
        into.put("notes", basis.notes());
    }
}
