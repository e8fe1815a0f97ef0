package io.poolwright.config.wordpress;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.wordpress.PhpToken.Kind;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a PHP file into pieces: what stands outside of PHP tags and every comment is left out, and a string is one piece.
 * The end of a PHP section counts as a semicolon. Source: PHP manual, "Basic syntax" and "Strings".
 */
final class PhpTokens {
    private final String file;
    private final String text;
    private final List<PhpToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private PhpTokens(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<PhpToken> of(String file, String text) {
        PhpTokens reading = new PhpTokens(file, text);
        while (reading.openTag()) {
            reading.section();
        }
        return List.copyOf(reading.tokens);
    }

    /** Goes behind the next {@code <?php}, {@code <?=} or {@code <?}. */
    private boolean openTag() {
        int open = text.indexOf("<?", at);
        if (open < 0) {
            return false;
        }
        boolean php = text.regionMatches(true, open, "<?php", 0, 5);
        advance(open + (php ? 5 : text.startsWith("<?=", open) ? 3 : 2));
        return true;
    }

    private void section() {
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (starts("?>")) {
                add(Kind.SIGN, ";", line);
                advance(at + 2);
                return;
            } else if (Character.isWhitespace(letter)) {
                advance(at + 1);
            } else if ((letter == '#' && !starts("#[")) || starts("//")) {
                lineComment();
            } else if (starts("/*")) {
                int end = text.indexOf("*/", at + 2);
                advance(end < 0 ? text.length() : end + 2);
            } else if (starts("<<<") && Heredoc.at(text, at).isPresent()) {
                heredoc(Heredoc.at(text, at).orElseThrow());
            } else {
                piece(letter);
            }
        }
    }

    private void piece(char letter) {
        if (letter == '\'' || letter == '"' || letter == '`') {
            string(letter);
        } else if (letter == '$' && at + 1 < text.length() && isNameLetter(text.charAt(at + 1))) {
            word(Kind.VARIABLE, at + 1);
        } else if (letter >= '0' && letter <= '9') {
            word(Kind.NUMBER, at);
        } else if (isNameLetter(letter)
                || (letter == '\\' && at + 1 < text.length() && isNameLetter(text.charAt(at + 1)))) {
            word(Kind.NAME, letter == '\\' ? at + 1 : at);
        } else {
            boolean pair = starts("->") || starts("::") || starts("=>") || starts("?:") || starts("??") || starts("==");
            String sign = starts("?->") ? "->" : text.substring(at, at + (pair ? 2 : 1));
            add(Kind.SIGN, sign, line);
            advance(at + (starts("?->") ? 3 : sign.length()));
        }
    }

    private void word(Kind kind, int from) {
        int end = from;
        while (end < text.length()
                && (isNameLetter(text.charAt(end))
                        || isDigit(text.charAt(end))
                        || (kind == Kind.NAME && text.charAt(end) == '\\')
                        || (kind == Kind.NUMBER && isDecimalPoint(end)))) {
            end++;
        }
        add(kind, text.substring(from, end), line);
        at = end;
    }

    /** {@code 1.5} is one number; {@code 1 . 'a'} and {@code 1 .5} are not read so. */
    private boolean isDecimalPoint(int index) {
        return text.charAt(index) == '.' && index + 1 < text.length() && isDigit(text.charAt(index + 1));
    }

    private void string(char quote) {
        int begin = line;
        StringBuilder plain = new StringBuilder();
        boolean template = quote == '`';
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != quote) {
            char letter = text.charAt(next);
            if (letter == '\\' && next + 1 < text.length()) {
                char escaped = text.charAt(next + 1);
                boolean goes = escaped == quote || escaped == '\\' || (quote == '"' && escaped == '$');
                template |= quote == '"' && "nrtvefux01234567".indexOf(escaped) >= 0;
                plain.append(goes ? "" : "\\").append(escaped);
                next += 2;
            } else {
                template |= quote == '"' && letter == '$' && next + 1 < text.length() && begins(text.charAt(next + 1));
                plain.append(letter);
                next++;
            }
        }
        if (next >= text.length()) {
            throw new ConfigSyntaxException(
                    new Origin(file, begin), "a string that is not closed", "quotes in pairs", quote + "…" + quote);
        }
        advance(next + 1);
        add(template ? Kind.TEMPLATE : Kind.STRING, plain.toString(), begin);
    }

    private void heredoc(Heredoc heredoc) {
        int begin = line;
        advance(heredoc.end());
        boolean known = heredoc.raw() || heredoc.body().indexOf('$') < 0;
        add(known ? Kind.STRING : Kind.TEMPLATE, heredoc.body(), begin);
    }

    private void lineComment() {
        while (at < text.length() && text.charAt(at) != '\n' && !starts("?>")) {
            at++;
        }
    }

    private void add(Kind kind, String piece, int begin) {
        tokens.add(new PhpToken(kind, piece, begin));
    }

    private void advance(int to) {
        for (; at < to; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private boolean starts(String sign) {
        return text.startsWith(sign, at);
    }

    private static boolean begins(char letter) {
        return isNameLetter(letter) || letter == '{';
    }

    private static boolean isNameLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' || letter >= 0x80;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
