package io.poolwright.cli.report.audit;

/** To come. */
public final class AuditMarkdown {
    private AuditMarkdown() {}

    /** The text. */
    public static String write(AuditStory story) {
        return story.version();
    }
}
