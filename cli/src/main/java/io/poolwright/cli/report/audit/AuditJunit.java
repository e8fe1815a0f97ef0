package io.poolwright.cli.report.audit;

/** To come. */
public final class AuditJunit {
    private AuditJunit() {}

    /** The text. */
    public static String write(AuditStory story) {
        return story.version();
    }
}
