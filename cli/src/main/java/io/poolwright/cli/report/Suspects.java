package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Evidence;
import io.poolwright.diagnose.Verdict;
import io.poolwright.diagnose.Weighing;
import java.util.List;

/** Who was suspected, and the measurement that decided about each. */
final class Suspects {
    private Suspects() {}

    static Table table(List<Assessment> assessments) {
        return new Table(
                "Every suspect and the measurement that decided",
                List.of(
                        Table.Column.text("Verdict"),
                        Table.Column.text("Suspect"),
                        Table.Column.text("Decisive measurement"),
                        Table.Column.number("Decibans")),
                assessments.stream()
                        .map(it -> List.of(word(it.verdict()), it.title(), decisive(it), Words.decibans(it.decibans())))
                        .toList());
    }

    /** The evidence about one suspect, heaviest first. */
    static Table evidence(Assessment assessment) {
        return new Table(
                "Evidence about: " + Words.inside(assessment.title()),
                List.of(Table.Column.text("Points"), Table.Column.text("Measurement"), Table.Column.number("Decibans")),
                assessment.evidence().stream()
                        .sorted((a, b) -> Double.compare(Math.abs(b.decibans()), Math.abs(a.decibans())))
                        .map(piece -> List.of(side(piece.side()), piece.text(), weight(piece)))
                        .toList());
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case CAUSE -> "● cause";
            case CONTRIBUTING -> "◐ contributing";
            case CANNOT_TELL -> "? cannot tell";
            case CLEARED -> "○ cleared";
        };
    }

    /** What is missing about a suspect that stays open. */
    static List<String> missing(Assessment assessment) {
        return assessment.evidence().stream()
                .filter(piece -> piece.side() == Evidence.Side.MISSING)
                .map(Evidence::text)
                .toList();
    }

    static String decisive(Assessment assessment) {
        return switch (assessment.verdict()) {
            case CAUSE, CLEARED -> assessment.decisive();
            case CONTRIBUTING -> carried(assessment);
            case CANNOT_TELL -> open(assessment);
        };
    }

    /** What carried the cause says so at no weight of its own, and says it first. */
    private static String carried(Assessment assessment) {
        return assessment.evidence().stream()
                .filter(piece -> piece.side() == Evidence.Side.FOR && piece.decibans() == 0)
                .map(Evidence::text)
                .findFirst()
                .orElseGet(assessment::decisive);
    }

    static String open(Assessment assessment) {
        List<String> missing = missing(assessment);
        return missing.isEmpty()
                ? "the evidence is too weak: %s of the %s decibans that a cause needs"
                        .formatted(Words.decibans(assessment.decibans()), Say.number(Weighing.ENOUGH))
                : "not measured: " + String.join("; ", missing);
    }

    private static String side(Evidence.Side side) {
        return switch (side) {
            case FOR -> "+ for";
            case AGAINST -> "− against";
            case REFUTES -> "✗ refutes";
            case MISSING -> "? missing";
        };
    }

    private static String weight(Evidence piece) {
        return piece.side() == Evidence.Side.MISSING ? Words.UNKNOWN : Words.decibans(piece.decibans());
    }
}
