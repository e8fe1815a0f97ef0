package io.poolwright.config.pool;

import java.util.regex.Pattern;

/**
 * Text that stands for a value we do not have: {@code ${A}}, {@code #{a}}, {@code @a@} of Maven, {@code {{ a }}} of Helm
 * and others, {@code %A%}, {@code <a>}, {@code $(a)} and {@code __A__}.
 */
public final class Placeholder {
    private static final Pattern ANY = Pattern.compile("[$#]\\{|\\{\\{|\\$\\(|@[\\w.-]{1,200}@|%[A-Za-z_][\\w.]{0,200}%"
            + "|__[A-Z][A-Z0-9_]{0,200}__|^\\s*<[^<>]{1,200}>\\s*$|^\\s*\\$[A-Za-z_]\\w{0,200}\\s*$");

    private Placeholder() {}

    /** Whether any part of the text is not known. */
    public static boolean in(String text) {
        return ANY.matcher(text).find();
    }
}
