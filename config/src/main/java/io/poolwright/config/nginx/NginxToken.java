package io.poolwright.config.nginx;

/**
 * One piece of an nginx file.
 *
 * @param text a word with its quotes and escapes undone; the raw body of a Lua block; the sign of a punctuation
 * @param quoted the word stood in quotes
 * @param line where it begins, counted from 1
 */
record NginxToken(Kind kind, String text, boolean quoted, int line) {
    /** What a piece is. */
    enum Kind {
        WORD,
        SEMICOLON,
        OPEN,
        CLOSE,
        LUA,
        END
    }

    static NginxToken sign(Kind kind, String text, int line) {
        return new NginxToken(kind, text, false, line);
    }
}
