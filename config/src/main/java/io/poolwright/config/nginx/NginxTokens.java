package io.poolwright.config.nginx;

import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.config.nginx.NginxToken.Kind;
import io.poolwright.model.Origin;

/**
 * Cuts an nginx file into words and signs, as nginx does: blanks part words, a quote counts only where a word begins, a
 * comment begins only where a word could, and <code>${name}</code> keeps its braces.
 *
 * <p>Template marks ({@code {{ x }}}, {@code <%= x %>}) become part of a word; template statements ({@code {% if %}},
 * {@code <% if %>}) and template comments are passed over. Source: nginx {@code ngx_conf_file.c}, reading of a token.
 */
final class NginxTokens {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private boolean templated;

    NginxTokens(String file, String text) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int binary = this.text.indexOf('\0');
        if (binary >= 0) {
            int number = 1
                    + (int) this.text
                            .substring(0, binary)
                            .chars()
                            .filter(letter -> letter == '\n')
                            .count();
            throw new ConfigSyntaxException(
                    new Origin(file, number), "a zero byte", "a text file", "the configuration as text in UTF-8");
        }
    }

    /** Something in the text so far is for a template engine, so the file is not what nginx will read. */
    boolean templated() {
        return templated;
    }

    /** The next piece; {@code statementBegins} says that nothing of a directive has been read yet. */
    NginxToken next(boolean statementBegins) {
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '\n') {
                line++;
                at++;
            } else if (isBlank(letter)) {
                at++;
            } else if (startsWith("{%") || (startsWith("<%") && !startsWith("<%="))) {
                skip(letter == '{' ? "%}" : "%>");
            } else if (startsWith("{#") && statementBegins) {
                skip("#}");
            } else if (letter == '#') {
                skipLine();
            } else {
                return piece(letter);
            }
        }
        return NginxToken.sign(Kind.END, "end of file", line);
    }

    private NginxToken piece(char letter) {
        if (letter == ';') {
            at++;
            return NginxToken.sign(Kind.SEMICOLON, ";", line);
        }
        if (letter == '{' && !startsWith("{{")) {
            at++;
            return NginxToken.sign(Kind.OPEN, "{", line);
        }
        if (letter == '}') {
            at++;
            return NginxToken.sign(Kind.CLOSE, "}", line);
        }
        return letter == '"' || letter == '\'' ? quoted(letter) : word();
    }

    private NginxToken quoted(char quote) {
        int begin = line;
        StringBuilder word = new StringBuilder();
        at++;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == quote) {
                at++;
                return new NginxToken(Kind.WORD, word.toString(), true, begin);
            }
            if (closedMark("{{", "}}") || closedMark("<%=", "%>")) {
                word.append(mark(letter == '{' ? "}}" : "%>"));
            } else if (letter == '\\') {
                line += at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                escape(word);
            } else {
                line += letter == '\n' ? 1 : 0;
                word.append(letter);
                at++;
            }
        }
        throw new ConfigSyntaxException(
                new Origin(file, begin), "a quote that is not closed", "quotes in pairs", quote + "…" + quote);
    }

    private NginxToken word() {
        int begin = line;
        StringBuilder word = new StringBuilder();
        boolean variable = false;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (startsWith("{{") && !variable) {
                word.append(mark("}}"));
            } else if (startsWith("<%=")) {
                word.append(mark("%>"));
            } else if (isBlank(letter) || letter == '\n' || letter == ';' || (letter == '{' && !variable)) {
                break;
            } else if (letter == '\\') {
                variable = false;
                line += at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                escape(word);
            } else {
                variable = letter == '$';
                word.append(letter);
                at++;
            }
        }
        return new NginxToken(Kind.WORD, word.toString(), false, begin);
    }

    /** A backslash goes away before a quote or itself and makes a tab, return or newline; else both letters stay. */
    private void escape(StringBuilder word) {
        at++;
        if (at == text.length()) {
            word.append('\\');
            return;
        }
        char letter = text.charAt(at++);
        switch (letter) {
            case '"', '\'', '\\' -> word.append(letter);
            case 't' -> word.append('\t');
            case 'r' -> word.append('\r');
            case 'n' -> word.append('\n');
            default -> word.append('\\').append(letter);
        }
    }

    /** The raw body of a Lua block, whose opening brace has been read; ends behind its closing brace. */
    NginxToken lua() {
        int begin = line;
        int end = LuaBlock.end(text, at);
        if (end < 0) {
            throw new ConfigSyntaxException(
                    new Origin(file, begin), "a Lua block that is not closed", "braces in pairs", "{ … }");
        }
        String body = text.substring(at, end);
        advance(end + 1);
        return NginxToken.sign(Kind.LUA, body, begin);
    }

    /** A mark begins here and ends on the same line; a quoted regular expression may hold such braces, too. */
    private boolean closedMark(String open, String close) {
        int end = startsWith(open) ? text.indexOf(close, at + open.length()) : -1;
        return end >= 0 && text.substring(at, end).indexOf('\n') < 0;
    }

    private String mark(String close) {
        templated = true;
        int from = at;
        int end = text.indexOf(close, at + 2);
        advance(end < 0 ? Math.min(text.length(), at + 2) : end + close.length());
        return text.substring(from, at);
    }

    private void skip(String close) {
        templated = true;
        int end = text.indexOf(close, at + 2);
        advance(end < 0 ? text.length() : end + close.length());
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void advance(int to) {
        for (; at < to; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private boolean startsWith(String sign) {
        return text.startsWith(sign, at);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t' || letter == '\r';
    }
}
