package io.poolwright.server.log;

import java.time.Instant;
import java.util.Map;

/** One line of logfmt: {@code key=value} pairs in their order, quoted where needed, with no control character left. */
public final class Logfmt {
    /** Longest value in characters; what is longer is cut, so that hostile input cannot fill the log with one line. */
    static final int LONGEST_VALUE = 8_192;

    private Logfmt() {}

    /** The line, without its end. */
    public static String line(Instant at, String level, String logger, String message, Map<String, String> more) {
        StringBuilder line = new StringBuilder(160);
        line.append("ts=").append(at).append(" level=").append(level).append(" logger=");
        value(line, logger);
        line.append(" msg=");
        value(line, message);
        more.forEach((key, text) -> {
            line.append(' ').append(key).append('=');
            value(line, text);
        });
        return line.toString();
    }

    private static void value(StringBuilder line, String text) {
        String shown = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
        if (!shown.isEmpty() && shown.chars().allMatch(Logfmt::isPlain)) {
            line.append(shown);
            return;
        }
        line.append('"');
        shown.codePoints().forEach(c -> escaped(line, c));
        line.append('"');
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 127 && c != '"' && c != '=' && c != '\\';
    }

    private static void escaped(StringBuilder line, int c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isHarmful(c)) {
                    line.append("\\u{").append(Integer.toHexString(c)).append('}');
                } else {
                    line.appendCodePoint(c);
                }
            }
        }
    }

    /** Controls (C0, DEL, C1), and what turns or breaks a line: separators and marks of direction. */
    private static boolean isHarmful(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
