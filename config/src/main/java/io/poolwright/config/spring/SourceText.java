package io.poolwright.config.spring;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The text of a Java or Kotlin source, in which words are found without cutting it into lines: most sources hold none. */
final class SourceText {
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 200;

    private final String file;
    private final String text;
    private final boolean comments;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        this.comments = text.contains("/*");
    }

    /**
     * A line that holds a word.
     *
     * @param text without the line's end
     * @param start where it begins in the whole text
     */
    record Line(String text, int start, Origin origin) {}

    /** The first line that holds one of the hints and matches; neither a comment nor an import. */
    Optional<Origin> first(List<String> hints, Pattern pattern) {
        Optional<Line> best = Optional.empty();
        for (String hint : hints) {
            int seen = 0;
            int at = text.indexOf(hint);
            while (at >= 0
                    && seen++ < MOST_LINES
                    && (best.isEmpty() || at < best.get().start())) {
                int end = end(at);
                if (end - start(at) <= LONGEST_LINE
                        && pattern.matcher(text.substring(start(at), end)).find()
                        && counts(at)) {
                    best = Optional.of(line(at));
                }
                at = text.indexOf(hint, end);
            }
        }
        return best.map(Line::origin);
    }

    /** Every line that holds a word. */
    void all(String word, Consumer<Line> visit) {
        int seen = 0;
        for (int at = text.indexOf(word); at >= 0 && seen++ < MOST_LINES; at = text.indexOf(word, end(at))) {
            if (counts(at)) {
                visit.accept(line(at));
            }
        }
    }

    /** Some lines from a place on. */
    List<String> linesFrom(int start, int most) {
        List<String> lines = new ArrayList<>();
        for (int at = start; at < text.length() && lines.size() < most; at = end(at) + 1) {
            lines.add(text.substring(at, Math.min(end(at), at + LONGEST_LINE)));
        }
        return lines;
    }

    private boolean counts(int at) {
        int start = start(at);
        if (end(at) - start > LONGEST_LINE) {
            return false;
        }
        String before = text.substring(start, at);
        boolean comment = before.contains("//")
                || before.strip().startsWith("*")
                || before.strip().startsWith("import ")
                || (comments && text.lastIndexOf("/*", at) > text.lastIndexOf("*/", at));
        return !comment || before.contains("\"http");
    }

    private Line line(int at) {
        int start = start(at);
        int number = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < start; i = text.indexOf('\n', i + 1)) {
            number++;
        }
        return new Line(text.substring(start, end(at)), start, new Origin(file, number));
    }

    private int start(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int end(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
