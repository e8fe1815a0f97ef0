package io.poolwright.detect.pool;

import io.poolwright.detect.Alert;
import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert of a single pool or of a whole stack, as one part of a trouble.
 *
 * @param detector id of the detector that saw it
 * @param pool where; empty when it is said of the stack
 * @param severity how much it matters
 * @param title what is wrong, in a few words
 * @param text the numbers, the limit and why it matters
 * @param firedAt when it began to fire
 */
public record Symptom(
        String detector, Optional<PoolId> pool, Severity severity, String title, String text, Instant firedAt) {
    public Symptom {
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(firedAt, "firedAt");
    }

    public static Symptom of(PoolAlert alert) {
        return new Symptom(
                alert.detector(),
                Optional.of(alert.pool()),
                alert.severity(),
                alert.title(),
                alert.text(),
                alert.firedAt());
    }

    public static Symptom of(Alert alert) {
        Severity severity = Place.of(alert.detector()).hurts() ? Severity.CRITICAL : Severity.WARNING;
        return new Symptom(alert.detector(), Optional.empty(), severity, alert.title(), alert.text(), alert.firedAt());
    }
}
