package io.poolwright.watch.view;

import io.poolwright.audit.Finding;
import java.util.Objects;

/**
 * What the audit has to say about a pool.
 *
 * @param rule its id
 * @param severity {@code info}, {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param place file and line to edit
 * @param message what is the case, with the figures
 * @param suggestion what to write instead
 */
public record FindingRow(String rule, String severity, String place, String message, String suggestion) {
    public FindingRow {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(suggestion, "suggestion");
    }

    /** The finding as a line. */
    public static FindingRow of(Finding finding) {
        return new FindingRow(
                finding.rule(),
                finding.severity().id(),
                finding.at().toString(),
                finding.message(),
                finding.suggestion());
    }
}
