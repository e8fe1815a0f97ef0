package io.poolwright.simulate.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Where a stack's load line lies, as three rates, and where the present rate lies to it.
 *
 * @param present fresh requests a second
 * @param slo up to which the goal is met without a trigger
 * @param vulnerable above which a short trigger leaves the stack down
 * @param collapse above which it goes down by itself
 * @param regime at the present rate; empty when no run was made
 * @param recovery from the trigger's end to the first good ten seconds, at the present rate; empty when it did not recover in
 *     some run
 * @param bounds what closed forms allow, the binding constraint first
 * @param retries up to which rate even all retries together fit; empty when nobody retries
 * @param contradictions where simulation and closed form disagree; empty as a rule
 * @param partial that runs were left out; empty when the answer is whole
 */
public record LoadLine(
        double present,
        Threshold slo,
        Threshold vulnerable,
        Threshold collapse,
        Optional<Regime> regime,
        Optional<Estimate> recovery,
        List<Bound> bounds,
        Optional<Bound> retries,
        List<String> contradictions,
        Optional<String> partial) {
    public LoadLine {
        Objects.requireNonNull(slo, "slo");
        Objects.requireNonNull(vulnerable, "vulnerable");
        Objects.requireNonNull(collapse, "collapse");
        bounds = List.copyOf(bounds);
        contradictions = List.copyOf(contradictions);
    }

    /** The binding constraint; empty when nothing limits the rate. */
    public Optional<Bound> binding() {
        return bounds.stream().filter(bound -> Double.isFinite(bound.rate())).findFirst();
    }

    /** The lowest of the three rates that are known: what the stack may be asked for without any danger. */
    public OptionalDouble safe() {
        return Stream.of(slo, vulnerable, collapse)
                .flatMap(threshold -> threshold.rate().stream())
                .mapToDouble(Estimate::mean)
                .min();
    }
}
