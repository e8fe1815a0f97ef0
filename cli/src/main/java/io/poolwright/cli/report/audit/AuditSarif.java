package io.poolwright.cli.report.audit;

/** To come. */
public final class AuditSarif {
    private AuditSarif() {}

    /** The text. */
    public static String write(AuditStory story, java.nio.file.Path here) {
        return story.version();
    }
}
