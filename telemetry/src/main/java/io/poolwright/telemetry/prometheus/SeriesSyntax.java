package io.poolwright.telemetry.prometheus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The strict reading of {@code name{label="value",…}}: once for every series, when it is first seen.
 *
 * <p>Source: Prometheus exposition formats (text 0.0.4 and OpenMetrics 1.0), and the quoted names of Prometheus 3, as in
 * {@code {"name.with.dots",label="value"}}.
 */
final class SeriesSyntax {
    private static final int END = -1;

    private final byte[] bytes;
    private final int end;
    private int at;

    private SeriesSyntax(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The series written there. */
    static Series parse(byte[] bytes, int from, int to) throws Rejected {
        return new SeriesSyntax(bytes, from, to).series();
    }

    /** Only the labels, braces included: an exemplar has no name. */
    static void checkLabels(byte[] bytes, int from, int to) throws Rejected {
        SeriesSyntax syntax = new SeriesSyntax(bytes, from, to);
        syntax.labels("exemplar");
        syntax.expectEnd();
    }

    private Series series() throws Rejected {
        String name = peek() == '{' ? "" : word(true, "a metric name: letters, digits, _ and :, no digit first");
        skipBlanks();
        Series series = peek() == '{' ? labels(name) : new Series(name, new TreeMap<>());
        expectEnd();
        return series;
    }

    private Series labels(String outerName) throws Rejected {
        String name = outerName;
        SortedMap<String, String> labels = new TreeMap<>();
        at++;
        skipBlanks();
        while (peek() != '}') {
            boolean quoted = peek() == '"';
            String label = quoted ? quoted() : word(false, "a label name: letters, digits and _, no digit first");
            skipBlanks();
            if (quoted && name.isEmpty() && peek() != '=') {
                name = label;
            } else {
                expect('=', "= after the label name");
                skipBlanks();
                if (labels.put(label, quoted()) != null) {
                    throw new Rejected("label " + label + " a second time", "each label once");
                }
                skipBlanks();
            }
            if (peek() == ',') {
                at++;
                skipBlanks();
            } else if (peek() != '}') {
                throw found(", or } after a label");
            }
        }
        at++;
        if (name.isEmpty()) {
            throw new Rejected("labels without a metric name", "a metric name before {, or quoted after it");
        }
        return new Series(name, labels);
    }

    private String word(boolean colons, String accepted) throws Rejected {
        int from = at;
        while (at < end && inWord(bytes[at], at > from, colons)) {
            at++;
        }
        if (at == from) {
            throw found(accepted);
        }
        return new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean inWord(byte letter, boolean digits, boolean colons) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || letter == '_'
                || (digits && letter >= '0' && letter <= '9')
                || (colons && letter == ':');
    }

    private String quoted() throws Rejected {
        expect('"', "a value in double quotes");
        ByteBuffer text = ByteBuffer.allocate(end - at);
        while (at < end && bytes[at] != '"') {
            byte letter = bytes[at++];
            text.put(letter == '\\' ? escaped() : letter);
        }
        expect('"', "a closing double quote");
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new Rejected("bytes that are not UTF-8 in a label value", "UTF-8", e);
        }
    }

    private byte escaped() throws Rejected {
        int letter = peek();
        at++;
        return switch (letter) {
            case '\\', '"' -> (byte) letter;
            case 'n' -> (byte) '\n';
            default ->
                throw new Rejected(
                        letter == END ? "a backslash at the end" : "'\\" + (char) letter + "'", "\\\\, \\\" and \\n");
        };
    }

    private void expect(char wanted, String accepted) throws Rejected {
        if (peek() != wanted) {
            throw found(accepted);
        }
        at++;
    }

    private void expectEnd() throws Rejected {
        if (at != end) {
            throw found("a space and a value after the series");
        }
    }

    private void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    private int peek() {
        return at < end ? bytes[at] & 0xFF : END;
    }

    private Rejected found(String accepted) {
        String rest = new String(bytes, Math.min(at, end), Math.max(0, end - at), StandardCharsets.UTF_8);
        return new Rejected(rest.isEmpty() ? "the end of the series" : "'" + rest + "'", accepted);
    }

    /** Found and accepted, for a caller who knows the line. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        final String found;
        final String accepted;

        Rejected(String found, String accepted) {
            super(found);
            this.found = found;
            this.accepted = accepted;
        }

        Rejected(String found, String accepted, Throwable cause) {
            super(found, cause);
            this.found = found;
            this.accepted = accepted;
        }
    }
}
