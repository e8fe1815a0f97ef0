package io.poolwright.config.nginx;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size as nginx writes it: a whole number of bytes, or with {@code k}, {@code m} or {@code g}, large or small.
 *
 * <p>Source: nginx documentation, "Configuration file measurement units".
 */
public final class NginxSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kKmMgG]?)");

    private NginxSize() {}

    /** The size in bytes, or nothing where the text is none. */
    public static OptionalLong parse(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(size.group(1));
        return OptionalLong.of(
                switch (size.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> number << 10;
                    case "m" -> number << 20;
                    case "g" -> number << 30;
                    default -> number;
                });
    }

    /** A count: a whole number without a unit. */
    public static Optional<Integer> count(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
