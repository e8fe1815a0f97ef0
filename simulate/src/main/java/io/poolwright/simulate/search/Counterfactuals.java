package io.poolwright.simulate.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer of a search for the change that brings a stack back.
 *
 * @param base the stack as it is
 * @param needed whether it misses its goal at all; otherwise nothing was searched
 * @param singles every single change tried, in the order of the grid
 * @param restoring of each parameter the smallest change that restores, the first one to try first
 * @param pairs two changes together that restore, searched when no single one does; the first one to try first
 * @param remedies what people try first, each with what it would do
 * @param partial that runs were left out; empty when the answer is whole
 */
public record Counterfactuals(
        Outcome base,
        boolean needed,
        List<Counterfactual> singles,
        List<Counterfactual> restoring,
        List<Counterfactual> pairs,
        List<Counterfactual> remedies,
        Optional<String> partial) {
    public Counterfactuals {
        Objects.requireNonNull(base, "base");
        singles = List.copyOf(singles);
        restoring = List.copyOf(restoring);
        pairs = List.copyOf(pairs);
        remedies = List.copyOf(remedies);
    }
}
