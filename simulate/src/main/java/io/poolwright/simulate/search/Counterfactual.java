package io.poolwright.simulate.search;

import java.util.Objects;

/**
 * What would be with one change.
 *
 * @param change what is changed
 * @param said the change in words, beside what holds
 * @param distance how far it goes; the logarithm of the ratio
 * @param verdict what it does
 * @param outcome what it comes to
 * @param why the verdict in words, with its numbers
 */
public record Counterfactual(
        Change change, String said, double distance, Verdict verdict, Outcome outcome, String why) {
    public Counterfactual {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(outcome, "outcome");
    }
}
