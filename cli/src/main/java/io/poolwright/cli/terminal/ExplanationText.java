package io.poolwright.cli.terminal;

import io.poolwright.audit.explain.Answer;
import io.poolwright.audit.explain.Explanation;
import io.poolwright.audit.explain.Field;
import java.util.ArrayList;
import java.util.List;

/** What is known about something, for a terminal. */
public final class ExplanationText {
    private static final int WIDEST = 110;
    private static final int INDENT = 4;
    private static final int SHOWN = 200;

    private final Style style;
    private final int width;

    public ExplanationText(Style style, int columns) {
        this.style = style;
        this.width = Math.min(columns, WIDEST);
    }

    /** The lines of all answers; or that there is none, and what is written much alike. */
    public List<String> of(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        if (!explanation.known()) {
            lines.add("unknown: no rule, setting, message or question is like '%s'"
                    .formatted(shown(explanation.asked())));
            if (!explanation.near().isEmpty()) {
                lines.add("did you mean: " + String.join(", ", explanation.near()));
            }
            return lines;
        }
        for (Answer answer : explanation.answers()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(style.bold(answer.title()));
            answer.fields().forEach(field -> add(lines, field));
            lines.add("  " + style.faint("docs/" + answer.page()));
        }
        return lines.stream().map(style::plain).toList();
    }

    private void add(List<String> lines, Field field) {
        if (field.text().isEmpty()) {
            return;
        }
        if (field.text().indexOf('\n') < 0) {
            wrap(lines, "  " + field.name() + ": ", field.text().replace("`", ""));
            return;
        }
        lines.add("");
        lines.add("  " + style.bold(field.name()));
        boolean code = false;
        for (String line : field.text().lines().toList()) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code) {
                lines.add("      " + printable(line));
            } else {
                wrap(lines, "    ", line.replace("`", "").replace("**", ""));
            }
        }
    }

    private void wrap(List<String> lines, String start, String text) {
        StringBuilder line = new StringBuilder(start);
        boolean first = true;
        for (String word : printable(text).split(" ", -1)) {
            if (!first && line.length() + 1 + word.length() > width) {
                lines.add(named(line.toString(), start));
                line = new StringBuilder(" ".repeat(INDENT + 2));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        lines.add(named(line.toString(), start));
    }

    private String named(String line, String start) {
        String name = start.strip();
        return !name.isEmpty() && line.startsWith(start)
                ? "  " + style.bold(name) + " " + line.substring(start.length())
                : line;
    }

    private static String shown(String asked) {
        String line = printable(asked.strip());
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
