package io.poolwright.server.api;

import io.poolwright.audit.Finding;
import java.util.List;

/**
 * What the audit of the running stack says.
 *
 * @param place file and line to edit
 */
public record FindingView(
        String rule, String severity, String subject, String place, String message, String suggestion) {
    static FindingView of(Finding finding) {
        return new FindingView(
                finding.rule(),
                finding.severity().id(),
                finding.subject(),
                finding.at().toString(),
                finding.message(),
                finding.suggestion());
    }

    /** All findings, the worst first. */
    public record Listing(List<FindingView> items) {}
}
