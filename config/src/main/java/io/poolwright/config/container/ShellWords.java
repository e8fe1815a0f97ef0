package io.poolwright.config.container;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words as a POSIX shell does: blanks separate, single quotes keep everything, double quotes keep
 * all but {@code \"}, {@code \\} and {@code \$}, a backslash keeps the next letter. Nothing is expanded; a quote that is never
 * closed lasts to the end.
 */
public final class ShellWords {
    private final StringBuilder word = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private boolean open;

    private ShellWords() {}

    /** The words of a line. */
    public static List<String> split(String line) {
        ShellWords shell = new ShellWords();
        int at = 0;
        while (at < line.length()) {
            at = shell.take(line, at);
        }
        shell.end();
        return List.copyOf(shell.words);
    }

    private int take(String line, int at) {
        char letter = line.charAt(at);
        if (letter == '\'' || letter == '"') {
            open = true;
            return quoted(line, at + 1, letter);
        }
        if (letter == '\\' && at + 1 < line.length()) {
            if (line.charAt(at + 1) != '\n') {
                add(line.charAt(at + 1));
            }
            return at + 2;
        }
        if (Character.isWhitespace(letter)) {
            end();
        } else {
            add(letter);
        }
        return at + 1;
    }

    private int quoted(String line, int from, char quote) {
        int at = from;
        while (at < line.length() && line.charAt(at) != quote) {
            boolean escape = quote == '"'
                    && line.charAt(at) == '\\'
                    && at + 1 < line.length()
                    && "\"\\$`".indexOf(line.charAt(at + 1)) >= 0;
            add(line.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        return at + 1;
    }

    private void add(char letter) {
        open = true;
        word.append(letter);
    }

    private void end() {
        if (open) {
            words.add(word.toString());
            word.setLength(0);
            open = false;
        }
    }
}
