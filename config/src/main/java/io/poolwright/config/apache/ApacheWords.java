package io.poolwright.config.apache;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one logical line: parted by blanks, in double or single quotes where a word begins with one. Inside quotes
 * a backslash before the same quote or a backslash goes away. A quote that is not closed ends with the line.
 *
 * <p>Source: httpd {@code ap_getword_conf}.
 */
final class ApacheWords {
    private ApacheWords() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char letter = line.charAt(at);
            if (Character.isWhitespace(letter)) {
                at++;
            } else if (letter == '"' || letter == '\'') {
                StringBuilder word = new StringBuilder();
                at = quoted(line, at + 1, letter, word);
                words.add(word.toString());
            } else {
                int end = at;
                while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
                    end++;
                }
                words.add(line.substring(at, end));
                at = end;
            }
        }
        return words;
    }

    private static int quoted(String line, int from, char quote, StringBuilder word) {
        int at = from;
        while (at < line.length() && line.charAt(at) != quote) {
            boolean escape = line.charAt(at) == '\\'
                    && at + 1 < line.length()
                    && (line.charAt(at + 1) == quote || line.charAt(at + 1) == '\\');
            at += escape ? 1 : 0;
            word.append(line.charAt(at++));
        }
        return at + 1;
    }
}
