package io.poolwright.config.proxysql;

/**
 * A word, a quoted text or a sign.
 *
 * @param kind what it is
 * @param text without quotes
 * @param line where it begins, counted from 1
 */
record LibconfigToken(Kind kind, String text, int line) {
    enum Kind {
        WORD,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
