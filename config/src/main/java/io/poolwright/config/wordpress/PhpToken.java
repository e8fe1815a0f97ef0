package io.poolwright.config.wordpress;

/**
 * One piece of PHP code.
 *
 * @param text a name or number as written; a string without its quotes and with its escapes undone; a sign
 * @param line where it begins, counted from 1
 */
record PhpToken(Kind kind, String text, int line) {
    /** What a piece is. */
    enum Kind {
        NAME,
        VARIABLE,
        NUMBER,
        /** A string whose text is known. */
        STRING,
        /** A string with variables in it. */
        TEMPLATE,
        SIGN
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equalsIgnoreCase(name);
    }
}
