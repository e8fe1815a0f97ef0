package io.poolwright.diagnose;

import io.poolwright.detect.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What we are ready to say after a look.
 *
 * @param at time of the look
 * @param alerts alerts that fire now, oldest first
 * @param assessments every suspect: the cause first, then what contributes, what cannot be told, what is cleared; empty
 *     while no alert fires
 * @param rootCause the cause, once it has held for two looks; stays until the trouble is over
 * @param warnings remedies that people reach for and that would make this worse
 */
public record Diagnosis(
        Instant at,
        List<Alert> alerts,
        List<Assessment> assessments,
        Optional<RootCause> rootCause,
        List<String> warnings) {
    public Diagnosis {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(rootCause, "rootCause");
        alerts = List.copyOf(alerts);
        assessments = List.copyOf(assessments);
        warnings = List.copyOf(warnings);
    }

    /** The suspects of one verdict, in the order of the assessments. */
    public List<Assessment> with(Verdict verdict) {
        return assessments.stream()
                .filter(assessment -> assessment.verdict() == verdict)
                .toList();
    }

    /** Whether the measurements of this very look carry the cause that is stated. */
    public boolean supported() {
        return rootCause.isPresent()
                && assessments.stream()
                        .anyMatch(assessment -> assessment.verdict() == Verdict.CAUSE
                                && assessment.id().equals(rootCause.get().id()));
    }
}
