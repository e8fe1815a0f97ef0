package io.poolwright.config.proxysql;

import io.poolwright.config.proxysql.LibconfigToken.Kind;

/**
 * Cuts a libconfig text into words, quoted texts and signs; comments begin with {@code #} or {@code //}, or stand between
 * slash and star. Source: libconfig manual 1.7, "Configuration File Grammar".
 */
final class LibconfigTokens {
    private static final String SIGNS = "=:;,{}()[]";

    private final String text;
    private int at;
    private int line = 1;

    LibconfigTokens(String text) {
        this.text = text;
    }

    LibconfigToken next() {
        skipBlanks();
        if (at >= text.length()) {
            return new LibconfigToken(Kind.END, "", line);
        }
        char letter = text.charAt(at);
        if (SIGNS.indexOf(letter) >= 0) {
            at++;
            return new LibconfigToken(Kind.SIGN, String.valueOf(letter), line);
        }
        return letter == '"' ? quoted() : word();
    }

    private LibconfigToken word() {
        int start = at;
        while (at < text.length() && !isEndOfWord(text.charAt(at))) {
            at++;
        }
        return new LibconfigToken(Kind.WORD, text.substring(start, at), line);
    }

    private static boolean isEndOfWord(char letter) {
        return Character.isWhitespace(letter) || SIGNS.indexOf(letter) >= 0 || letter == '"' || letter == '#';
    }

    /** A quote that is not closed takes the rest of the text. */
    private LibconfigToken quoted() {
        int start = line;
        StringBuilder plain = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char letter = text.charAt(at);
            if (letter == '\\' && at + 1 < text.length()) {
                letter = text.charAt(++at);
            }
            line += letter == '\n' ? 1 : 0;
            plain.append(letter);
        }
        at++;
        return new LibconfigToken(Kind.TEXT, plain.toString(), start);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (Character.isWhitespace(letter) || letter == '\uFEFF') {
                line += letter == '\n' ? 1 : 0;
                at++;
            } else if (letter == '#' || text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                int stop = end < 0 ? text.length() : end + 2;
                line += (int)
                        text.substring(at, stop).chars().filter(c -> c == '\n').count();
                at = stop;
            } else {
                return;
            }
        }
    }
}
