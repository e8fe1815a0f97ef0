package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.Safe;
import io.poolwright.cli.report.audit.Wrap;
import io.poolwright.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** Lines of text for people, wrapped to a width. Text from files goes through {@link Safe}. */
final class Page {
    private static final char NO_BREAK = '\u00a0';
    private static final int LEAST = 60;
    private static final int MOST = 120;

    private final List<String> lines = new ArrayList<>();
    private final Style style;
    private final int width;

    Page(Style style, int width) {
        this.style = style;
        this.width = Math.min(Math.max(width, LEAST), MOST);
    }

    Style style() {
        return style;
    }

    int width() {
        return width;
    }

    /** A line as it is. */
    void line(String text) {
        lines.add(text);
    }

    void empty() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    void heading(String text) {
        empty();
        lines.add(style.bold(text));
    }

    /** A sentence, indented and wrapped. */
    void sentence(String text) {
        wrapped(width - 2, text).forEach(part -> lines.add("  " + part));
    }

    /** A sentence behind a sign. */
    void bullet(String sign, String text) {
        List<String> parts = wrapped(width - 4, text);
        for (int i = 0; i < parts.size(); i++) {
            lines.add("  %s %s".formatted(i == 0 ? sign : " ", parts.get(i)));
        }
    }

    /** A short word before a sentence. */
    void labelled(String label, String text) {
        List<String> parts = wrapped(width - 11, text);
        for (int i = 0; i < parts.size(); i++) {
            lines.add("  %-8s %s".formatted(i == 0 ? label : "", parts.get(i)));
        }
    }

    /** Wraps a sentence, and keeps a per cent sign with its number. */
    private static List<String> wrapped(int room, String text) {
        return Wrap.to(room, Safe.line(text).replace(" %", NO_BREAK + "%")).stream()
                .map(line -> line.replace(NO_BREAK, ' '))
                .toList();
    }

    /** The lines, drawing characters replaced where they would come out as rubbish. */
    List<String> lines() {
        return lines.stream().map(style::plain).toList();
    }
}
