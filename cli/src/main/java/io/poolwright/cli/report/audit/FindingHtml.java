package io.poolwright.cli.report.audit;

import io.poolwright.audit.Change;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Severity;

/** A finding as a card: where, what, what to write instead as a diff, and what takes part. */
final class FindingHtml {
    private final Markup out;
    private final boolean baseline;

    FindingHtml(Markup out, boolean baseline) {
        this.out = out;
        this.baseline = baseline;
    }

    void draw(Told told) {
        Finding finding = told.finding();
        out.put("<article class=\"finding %s\">".formatted(finding.severity().id()));
        out.put(
                "<h3><span class=\"severity\"><span class=\"shape\" aria-hidden=\"true\">%s</span> %s</span> <code>%s</code>%s</h3>"
                        .formatted(
                                sign(finding.severity()),
                                finding.severity().id(),
                                Markup.text(finding.rule()),
                                status(told)));
        out.put("<p class=\"where\"><code>%s</code>%s</p>"
                .formatted(
                        Markup.text(finding.at().toString()),
                        told.environments().isEmpty() ? "" : " in " + Markup.text(told.environment())));
        out.put("<p class=\"statement\">" + Markup.text(finding.message()) + "</p>");
        out.put("<p><strong>Instead:</strong> " + Markup.text(finding.suggestion()) + "</p>");
        if (!finding.changes().isEmpty()) {
            out.put("<pre class=\"diff\">");
            finding.changes().forEach(this::change);
            out.put("</pre>");
        }
        finding.reachability()
                .ifPresent(load ->
                        out.put("<p><strong>Load that gets there:</strong> %s</p>".formatted(Markup.text(load))));
        if (!finding.related().isEmpty()) {
            out.put("<ul class=\"plain related\">");
            finding.related()
                    .forEach(one -> out.put("<li><code>%s</code> %s</li>"
                            .formatted(Markup.text(one.at().toString()), Markup.text(one.role()))));
            out.put("</ul>");
        }
        out.put("<p class=\"muted\">%s · <a href=\"%s\">%s</a></p></article>"
                .formatted(
                        sure(finding),
                        Markup.text(RulePage.url(finding.rule())),
                        Markup.text(told.rule().title())));
    }

    private String status(Told told) {
        if (!baseline) {
            return "";
        }
        return " <span class=\"status\">%s</span>".formatted(told.known() ? "known" : "new");
    }

    private void change(Change change) {
        String place = " <span class=\"muted\">%s</span>"
                .formatted(Markup.text(change.at().toString()));
        if (change.kind() != Change.Kind.ADD_AFTER) {
            out.put("<del>- %s</del>%s".formatted(Markup.text(change.setting() + " " + change.old()), place));
        }
        if (change.kind() == Change.Kind.REPLACE) {
            out.put("<ins>+ %s</ins>".formatted(Markup.text(change.setting() + " " + change.fresh())));
        } else if (change.kind() == Change.Kind.ADD_AFTER) {
            out.put("<ins>+ %s</ins>%s".formatted(Markup.text(change.fresh()), place));
        }
    }

    private static String sure(Finding finding) {
        return switch (finding.confidence()) {
            case EXPLICIT -> "every input is written down";
            case DEFAULTED -> "at least one input is a default";
            case VERSION_GUESSED -> "holds unless another version is in use";
        };
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "✗";
            case MEDIUM -> "▲";
            case LOW -> "●";
            case INFO -> "○";
        };
    }
}
