package io.poolwright.diagnose;

import java.util.List;
import java.util.Objects;

/**
 * One suspect and what the measurements say about it.
 *
 * @param id the hypothesis
 * @param title in a few words
 * @param verdict what we are ready to say
 * @param decibans weight of evidence, summed
 * @param evidence every measurement that was weighed
 */
public record Assessment(String id, String title, Verdict verdict, double decibans, List<Evidence> evidence) {
    public Assessment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(verdict, "verdict");
        evidence = List.copyOf(evidence);
    }

    /** The sentence that decided: what refuted it, what is missing, or else the weightiest. */
    public String decisive() {
        return evidence.stream()
                .max((a, b) -> Double.compare(rank(a), rank(b)))
                .map(Evidence::text)
                .orElse("nothing was measured");
    }

    private double rank(Evidence piece) {
        return switch (piece.side()) {
            case REFUTES -> 1000;
            case MISSING -> verdict == Verdict.CANNOT_TELL ? 500 : 0;
            case FOR, AGAINST -> Math.abs(piece.decibans());
        };
    }
}
