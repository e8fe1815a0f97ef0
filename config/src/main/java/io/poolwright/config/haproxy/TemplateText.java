package io.poolwright.config.haproxy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A text that may still be a template (Jinja, ERB, Go), with every template expression put out of the way: one private
 * letter stands in its place, the lines stay where they are, and what opens or closes a block is noted by line.
 *
 * <p>Nothing is rendered. An expression inside a value makes the value unknown; an expression that has a line to itself
 * may become any number of lines.
 */
final class TemplateText {
    /** Stands for what a template engine would put there; from the private use area of Unicode. */
    static final char UNRENDERED = '\uE000';

    private static final int LONGEST = 20_000;

    private final List<List<TemplateMark>> marks = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final String text;
    private final Set<TemplateMark.Syntax> neverClosed = EnumSet.noneOf(TemplateMark.Syntax.class);

    private TemplateText(String text) {
        this.text = text;
        marks.add(new ArrayList<>());
    }

    static TemplateText of(String text) {
        TemplateText template = new TemplateText(text);
        template.scan();
        return template;
    }

    static String shown(String word) {
        return word.replace(String.valueOf(UNRENDERED), "{{...}}");
    }

    /** The lines, in order; line ends are LF, CR LF or CR. */
    List<String> lines() {
        return List.of(plain.toString().split("\n", -1));
    }

    /** What the templates on a line do, in order. */
    List<TemplateMark> marks(int line) {
        return marks.get(line);
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            int end = expressionAt(at);
            if (end > at) {
                at = end;
                continue;
            }
            char letter = text.charAt(at++);
            if (letter == '\r') {
                at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
                letter = '\n';
            }
            put(letter == UNRENDERED ? '?' : letter);
        }
    }

    private void put(char letter) {
        plain.append(letter);
        if (letter == '\n') {
            marks.add(new ArrayList<>());
        }
    }

    /** Where the expression that begins here ends, or the same place when none does. */
    private int expressionAt(int at) {
        for (TemplateMark.Syntax syntax : TemplateMark.Syntax.values()) {
            if (text.startsWith(syntax.open(), at) && !neverClosed.contains(syntax)) {
                int close = text.indexOf(syntax.close(), at + syntax.open().length());
                if (close < 0) {
                    neverClosed.add(syntax);
                } else if (close - at <= LONGEST) {
                    return replace(at, close + syntax.close().length(), syntax);
                }
            }
        }
        return at;
    }

    private int replace(int from, int to, TemplateMark.Syntax syntax) {
        String inside = text.substring(
                from + syntax.open().length(), to - syntax.close().length());
        TemplateMark mark = TemplateMark.of(syntax, inside);
        marks.get(marks.size() - 1).add(mark);
        if (mark == TemplateMark.EXPRESSION) {
            plain.append(UNRENDERED);
        }
        text.substring(from, to)
                .replaceAll("\r\n?", "\n")
                .chars()
                .filter(letter -> letter == '\n')
                .forEach(letter -> put('\n'));
        return to;
    }
}
