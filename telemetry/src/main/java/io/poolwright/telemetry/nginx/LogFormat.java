package io.poolwright.telemetry.nginx;

import io.poolwright.telemetry.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A format as {@code log_format} declares it: texts, and variables between them. A line is read from left to right in one
 * pass: a value ends where the next text begins, and one of an upstream goes on over its own separators.
 */
final class LogFormat {
    private final List<Piece> pieces;

    private LogFormat(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** The format's text, such as {@code $remote_addr … $status $request_time $upstream_response_time}. */
    static LogFormat parse(String declared) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < declared.length()) {
            if (declared.charAt(at) != '$') {
                text.append(declared.charAt(at++));
                continue;
            }
            boolean braced = at + 1 < declared.length() && declared.charAt(at + 1) == '{';
            int from = at + (braced ? 2 : 1);
            int to = from;
            while (to < declared.length() && isWord(declared.charAt(to))) {
                to++;
            }
            if (to == from || (text.isEmpty() && !pieces.isEmpty())) {
                throw new IllegalArgumentException(
                        "found a log format with no text between two variables, or a bare $: '%s'; accepted: what log_format declares, with a text between variables"
                                .formatted(Plain.text(declared)));
            }
            pieces.add(new Piece(text.toString(), declared.substring(from, to)));
            text.setLength(0);
            at = to + (braced ? 1 : 0);
        }
        pieces.add(new Piece(text.toString(), ""));
        return new LogFormat(pieces);
    }

    /** The variables that matter of a line, by name; empty when the line is not of this format. */
    Optional<Map<String, String>> read(String line) {
        Map<String, String> values = new HashMap<>();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!line.startsWith(piece.before(), at)) {
                return Optional.empty();
            }
            at += piece.before().length();
            if (piece.variable().isEmpty()) {
                return at == line.length() ? Optional.of(values) : Optional.empty();
            }
            String next = pieces.get(i + 1).before();
            char stop = next.isEmpty() ? ' ' : next.charAt(0);
            int end = piece.variable().startsWith("upstream_") ? UpstreamList.end(line, at, stop) : at;
            end = next.isEmpty() ? line.length() : line.indexOf(next, end);
            if (end < 0) {
                return Optional.empty();
            }
            values.put(piece.variable(), line.substring(at, end));
            at = end;
        }
        return Optional.empty();
    }

    private static boolean isWord(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '_';
    }

    /**
     * A text and the variable behind it.
     *
     * @param before the text; empty only at the beginning
     * @param variable its name; empty text at the end
     */
    private record Piece(String before, String variable) {}
}
