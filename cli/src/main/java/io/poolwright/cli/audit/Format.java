package io.poolwright.cli.audit;

import io.poolwright.cli.report.audit.AuditHtml;
import io.poolwright.cli.report.audit.AuditJson;
import io.poolwright.cli.report.audit.AuditJunit;
import io.poolwright.cli.report.audit.AuditMarkdown;
import io.poolwright.cli.report.audit.AuditSarif;
import io.poolwright.cli.report.audit.AuditStory;
import io.poolwright.cli.report.audit.AuditText;
import io.poolwright.cli.terminal.Style;
import java.nio.file.Path;
import java.util.Locale;

/** A form that the story of an audit can take. */
public enum Format {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    MARKDOWN,
    HTML;

    /** Its name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The story in this form, with a line end.
     *
     * @param style for text
     * @param width in columns, for text
     * @param here the working folder, from which SARIF names files
     */
    public String write(AuditStory story, Style style, int width, Path here) {
        return switch (this) {
            case TEXT -> String.join("\n", AuditText.of(story, style, width)) + "\n";
            case JSON -> AuditJson.write(story);
            case SARIF -> AuditSarif.write(story, here);
            case JUNIT -> AuditJunit.write(story);
            case MARKDOWN -> AuditMarkdown.write(story);
            case HTML -> AuditHtml.write(story);
        };
    }
}
