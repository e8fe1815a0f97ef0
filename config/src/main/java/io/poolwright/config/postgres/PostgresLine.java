package io.poolwright.config.postgres;

import io.poolwright.model.Origin;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a {@code postgresql.conf}: a name, an equals sign or none, a value in quotes or bare, a comment.
 *
 * <p>Source: PostgreSQL 18 manual, 19.1.2 "Parameter Interaction via the Configuration File"; guc-file.l.
 */
final class PostgresLine {
    private final String line;
    private int at;

    private PostgresLine(String line) {
        this.line = line;
    }

    /** What the line assigns; empty for a blank line, a comment, or a line that is no assignment at all. */
    static Optional<PostgresAssignment> of(String text, Origin origin) {
        PostgresLine line = new PostgresLine(text);
        line.skipBlanks();
        int start = line.at;
        while (line.at < text.length() && isNamePart(text.charAt(line.at))) {
            line.at++;
        }
        String name = text.substring(start, line.at).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            return Optional.empty();
        }
        line.skipBlanks();
        if (line.at < text.length() && text.charAt(line.at) == '=') {
            line.at++;
            line.skipBlanks();
        }
        String value = line.value();
        return Optional.of(new PostgresAssignment(name, PostgresSecrets.redacted(name, value), origin));
    }

    private String value() {
        if (at < line.length() && line.charAt(at) == '\'') {
            return quoted();
        }
        int comment = line.indexOf('#', at);
        return line.substring(at, comment < 0 ? line.length() : comment).strip();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '\'') {
                if (at + 1 == line.length() || line.charAt(at + 1) != '\'') {
                    break;
                }
                at++;
                value.append('\'');
            } else if (letter == '\\' && at + 1 < line.length()) {
                escape(value);
            } else {
                value.append(letter);
            }
        }
        return value.toString();
    }

    private void escape(StringBuilder value) {
        char escaped = line.charAt(++at);
        switch (escaped) {
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(value);
            default -> value.append(escaped);
        }
    }

    /** Up to three octal digits are one byte. */
    private void octal(StringBuilder value) {
        int octet = 0;
        int end = Math.min(line.length(), at + 3);
        while (at < end && line.charAt(at) >= '0' && line.charAt(at) <= '7') {
            octet = octet * 8 + line.charAt(at++) - '0';
        }
        at--;
        value.append((char) (octet & 0xFF));
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isNamePart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.' || letter == '$';
    }
}
