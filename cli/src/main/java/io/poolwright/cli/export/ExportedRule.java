package io.poolwright.cli.export;

import java.util.Objects;

/**
 * A symptom as a Prometheus alerting rule.
 *
 * @param detector id of the detector of ours that sees the same; part of the link to its page
 * @param alert name of the alert, in the form that Prometheus rules have
 * @param expr PromQL
 * @param hold how long it must hold, such as {@code 2m}; empty text for at once
 * @param severity {@code warning} or {@code critical}
 * @param summary in a few words, with labels
 * @param description the number, the limit, and why it matters
 */
record ExportedRule(
        String detector, String alert, String expr, String hold, String severity, String summary, String description) {
    ExportedRule {
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(expr, "expr");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(description, "description");
    }
}
