package io.poolwright.cli.report.audit;

import java.util.Locale;

/**
 * Text from files made safe for a terminal, a log and XML: characters that command a terminal, that turn the direction of
 * writing or that break a line are shown by their number.
 */
public final class Safe {
    private Safe() {}

    /** The text in one line, with nothing in it that acts. */
    public static String line(String raw) {
        int at = 0;
        while (at < raw.length() && !acts(raw, at)) {
            at++;
        }
        if (at == raw.length()) {
            return raw;
        }
        StringBuilder safe = new StringBuilder(raw.length() + 16).append(raw, 0, at);
        for (; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (acts(raw, at)) {
                safe.append(c == '\n' ? "\\n" : c == '\t' ? " " : String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean acts(String text, int at) {
        char c = text.charAt(at);
        if (Character.isISOControl(c) || c >= 0xFFFE) {
            return true;
        }
        if (Character.isSurrogate(c)) {
            return !paired(text, at);
        }
        boolean separates = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return separates || turns;
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
