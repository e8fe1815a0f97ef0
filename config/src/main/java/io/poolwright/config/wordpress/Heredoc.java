package io.poolwright.config.wordpress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A string of many lines, {@code <<<NAME … NAME}.
 *
 * @param raw the name stands in single quotes, so nothing in the body is replaced
 * @param end where the string ends, behind the closing name
 */
record Heredoc(String body, boolean raw, int end) {
    private static final Pattern HEAD = Pattern.compile("<<<[ \\t]*(?:'(\\w+)'|\"(\\w+)\"|(\\w+))\\r?\\n");

    /** The heredoc that begins here; one that is not closed goes to the end of the text. */
    static Optional<Heredoc> at(String text, int from) {
        Matcher head = HEAD.matcher(text).region(from, text.length());
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        boolean raw = head.group(1) != null;
        String name = raw ? head.group(1) : head.group(2) != null ? head.group(2) : head.group(3);
        int line = head.end();
        while (line < text.length()) {
            int word = line;
            while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
                word++;
            }
            int end = word + name.length();
            if (text.startsWith(name, word)
                    && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return Optional.of(new Heredoc(text.substring(head.end(), line), raw, end));
            }
            int newline = text.indexOf('\n', line);
            line = newline < 0 ? text.length() : newline + 1;
        }
        return Optional.of(new Heredoc(text.substring(head.end()), raw, text.length()));
    }
}
