package io.poolwright.cli.report.audit;

import io.poolwright.audit.Change;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Severity;
import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.drift.DriftMatrix;
import io.poolwright.audit.drift.DriftRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An audit as Markdown for a comment on a pull request: what fails in the open, the rest folded. */
public final class AuditMarkdown {
    private static final int MOST_MISSING = 20;

    private final StringBuilder out = new StringBuilder();
    private final AuditStory story;

    private AuditMarkdown(AuditStory story) {
        this.story = story;
    }

    /** The text. */
    public static String write(AuditStory story) {
        return new AuditMarkdown(story).document();
    }

    private String document() {
        put("## Poolwright audit");
        put("");
        put("**%s** · findings: %s · %s read%s"
                .formatted(
                        text(Counted.verdict(story)),
                        Counted.severities(story),
                        Counted.count(story.read().size(), "file"),
                        story.suppressed().isEmpty()
                                ? ""
                                : " · %d suppressed"
                                        .formatted(story.suppressed().size())));
        put("");
        if (!story.shown().isEmpty()) {
            put("| | Severity | Rule | Where | What |");
            put("|---|---|---|---|---|");
            story.shown().forEach(this::row);
            put("");
            story.shown().forEach(this::details);
        }
        int hidden = story.findings().size() - story.shown().size();
        if (hidden > 0) {
            put("%s below %s not listed."
                    .formatted(
                            Counted.count(hidden, "finding"),
                            story.gate().level().id()));
            put("");
        }
        story.drift().ifPresent(this::drift);
        cannotTell();
        coverage();
        return out.toString();
    }

    private void row(Told told) {
        Finding finding = told.finding();
        String state = told.known() ? " (known)" : story.gate().baseline() ? " (new)" : "";
        put("| %s | %s%s | [%s](%s) | %s | %s |"
                .formatted(
                        sign(finding.severity()),
                        finding.severity().id(),
                        state,
                        finding.rule(),
                        RulePage.url(finding.rule()),
                        code(finding.at().toString()),
                        text(finding.message())));
    }

    private void details(Told told) {
        Finding finding = told.finding();
        put("<details><summary>%s at %s</summary>"
                .formatted(finding.rule(), text(finding.at().toString())));
        put("");
        put("%s".formatted(text(finding.message())));
        put("");
        put("**Instead:** " + text(finding.suggestion()));
        put("");
        if (!finding.changes().isEmpty()) {
            put("```diff");
            finding.changes().forEach(this::change);
            put("```");
            put("");
        }
        finding.reachability().ifPresent(load -> put("Load: %s%n".formatted(text(load))));
        if (!told.environments().isEmpty()) {
            put("Environment: %s%n".formatted(text(told.environment())));
        }
        put("Confidence: %s%n".formatted(finding.confidence().id()));
        finding.related().forEach(one -> put("- %s %s".formatted(code(one.at().toString()), text(one.role()))));
        put("");
        put("</details>");
        put("");
    }

    private void change(Change change) {
        String place = "  # " + change.at();
        if (change.kind() != Change.Kind.ADD_AFTER) {
            put(fenced("- " + change.setting() + " " + change.old() + place));
        }
        if (change.kind() == Change.Kind.REPLACE) {
            put(fenced("+ " + change.setting() + " " + change.fresh()));
        } else if (change.kind() == Change.Kind.ADD_AFTER) {
            put(fenced("+ " + change.fresh() + place));
        }
    }

    private void drift(DriftMatrix matrix) {
        List<DriftMatrix.Line> differing = matrix.rows().stream()
                .filter(line -> line.state() != DriftRow.State.SAME)
                .toList();
        put("### Environments");
        put("");
        put("%s compared, %d differ.".formatted(Counted.count(matrix.rows().size(), "setting"), differing.size()));
        put("");
        if (!differing.isEmpty()) {
            put("| Part | Setting | %s | |"
                    .formatted(matrix.environments().stream()
                            .map(AuditMarkdown::text)
                            .collect(Collectors.joining(" | "))));
            put("|---|---|" + "---|".repeat(matrix.environments().size()) + "---|");
        }
        for (DriftMatrix.Line line : differing) {
            put("| %s | %s | %s | %s |"
                    .formatted(
                            text(line.row().part()),
                            code(line.row().setting()),
                            matrix.environments().stream()
                                    .map(one ->
                                            line.row().in(one).map(Drift::shown).orElse("–"))
                                    .map(AuditMarkdown::text)
                                    .collect(Collectors.joining(" | ")),
                            DriftText.word(line.state())));
        }
        put("");
    }

    private void cannotTell() {
        Map<String, Set<String>> missing = Counted.missing(story);
        if (missing.isEmpty()) {
            return;
        }
        put("<details><summary>Cannot tell: %s</summary>".formatted(Counted.count(missing.size(), "missing input")));
        put("");
        missing.entrySet().stream()
                .limit(MOST_MISSING)
                .forEach(one -> put("- %s: then %s could judge: %s"
                        .formatted(
                                text(one.getKey()),
                                Counted.count(one.getValue().size(), "rule"),
                                String.join(", ", one.getValue()))));
        if (missing.size() > MOST_MISSING) {
            put("- and %d more".formatted(missing.size() - MOST_MISSING));
        }
        put("");
        put("</details>");
        put("");
    }

    private void coverage() {
        put("Read: %s.".formatted(story.read().isEmpty() ? "nothing" : text(Counted.formats(story))));
        story.unread()
                .forEach(one -> put("- Not read: %s: %s"
                        .formatted(code(one.at().map(Object::toString).orElse(one.path())), text(one.reason()))));
        story.broken().forEach(reason -> put("- A rule of Poolwright's own failed, please report it: " + text(reason)));
        story.notes().forEach(note -> put("- " + text(note)));
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "✗";
            case MEDIUM -> "▲";
            case LOW -> "●";
            case INFO -> "○";
        };
    }

    /** Text from files must not become markup, a mention or another cell. */
    private static String text(String raw) {
        StringBuilder safe = new StringBuilder();
        String line = Safe.line(raw);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '|', '*', '_', '`', '[', ']', '\\', '#', '~' ->
                    safe.append('\\').append(c);
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    private static String code(String raw) {
        return "`" + Safe.line(raw).replace('`', '\'').replace("|", "\\|") + "`";
    }

    private static String fenced(String raw) {
        return Safe.line(raw).replace("```", "'''");
    }

    private void put(String line) {
        out.append(line).append('\n');
    }
}
