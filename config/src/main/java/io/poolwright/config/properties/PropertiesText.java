package io.poolwright.config.properties;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code .properties} syntax, with lines. Gives what {@link java.util.Properties#load} gives, which forgets them.
 *
 * <p>Source: {@code java.util.Properties#load(Reader)}.
 */
public final class PropertiesText {
    private static final String BLANKS = " \t\f";

    private final String file;
    private final String[] lines;
    private int next;

    private PropertiesText(String file, String text) {
        this.file = file;
        this.lines = text.split("\r\n|\r|\n", -1);
    }

    /**
     * The properties of a text, in its order and with its repetitions.
     *
     * @param file its name for people
     */
    public static List<PropertyLine> parse(String file, String text) {
        return parse(file, text, 0);
    }

    /**
     * The same for a text that stands inside another file.
     *
     * @param linesBefore lines of {@code file} above the first line of {@code text}
     */
    public static List<PropertyLine> parse(String file, String text, int linesBefore) {
        PropertiesText syntax = new PropertiesText(file, text);
        List<PropertyLine> properties = new ArrayList<>();
        while (syntax.next < syntax.lines.length) {
            String line = skipBlanks(syntax.lines[syntax.next++]);
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                int number = linesBefore + syntax.next;
                String logical = syntax.logicalLine(line);
                if (!logical.isEmpty()) {
                    properties.add(syntax.property(logical, number));
                }
            }
        }
        return properties;
    }

    /** A line that ends in an odd number of backslashes goes on in the next, whose leading blanks do not count. */
    private String logicalLine(String first) {
        StringBuilder joined = new StringBuilder(first);
        while (endsInBackslash(joined)) {
            joined.setLength(joined.length() - 1);
            if (next == lines.length || joined.isEmpty()) {
                break; // a lone backslash leaves nothing to go on with: the next line stands for itself
            }
            joined.append(skipBlanks(lines[next++]));
        }
        return joined.toString();
    }

    private static boolean endsInBackslash(StringBuilder line) {
        int backslashes = 0;
        for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private PropertyLine property(String line, int number) {
        int keyEnd = 0;
        while (keyEnd < line.length() && "=:".indexOf(line.charAt(keyEnd)) < 0 && !isBlank(line.charAt(keyEnd))) {
            keyEnd += line.charAt(keyEnd) == '\\' ? 2 : 1;
        }
        keyEnd = Math.min(keyEnd, line.length());
        String rest = skipBlanks(line.substring(keyEnd));
        if (!rest.isEmpty() && "=:".indexOf(rest.charAt(0)) >= 0) {
            rest = skipBlanks(rest.substring(1));
        }
        return new PropertyLine(
                unescape(line.substring(0, keyEnd), number), unescape(rest, number), new Origin(file, number));
    }

    private String unescape(String text, int number) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '\\' || i + 1 == text.length()) {
                plain.append(letter == '\\' ? "" : letter);
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case 't' -> plain.append('\t');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    plain.append(unicode(text, i + 1, number));
                    i += 4;
                }
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }

    private char unicode(String text, int from, int number) {
        String digits = text.substring(from, Math.min(text.length(), from + 4));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw new ConfigSyntaxException(
                    new Origin(file, number), "'\\u" + digits + "'", "\\u and four hexadecimal digits", "\\u00e9");
        }
        return (char) Integer.parseInt(digits, 16);
    }

    private static String skipBlanks(String text) {
        int from = 0;
        while (from < text.length() && isBlank(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    private static boolean isBlank(char letter) {
        return BLANKS.indexOf(letter) >= 0;
    }
}
