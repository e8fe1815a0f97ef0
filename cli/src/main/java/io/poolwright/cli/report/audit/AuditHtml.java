package io.poolwright.cli.report.audit;

/** To come. */
public final class AuditHtml {
    private AuditHtml() {}

    /** The text. */
    public static String write(AuditStory story) {
        return story.version();
    }
}
