package io.poolwright.config.mysql;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole number as MySQL's option files write it: decimal digits, then perhaps a letter for a power of 1,024, and
 * whatever follows the letter is ignored ({@code 1GB} is {@code 1G}). There are no fractions; a text without digits counts as 0.
 *
 * <p>Source: MySQL Reference Manual 8.0, 4.2.2.5 "Using Options to Set Program Variables"; MariaDB 10.11, measured.
 */
final class MySqlNumber {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?\\d{1,18})(?:([kKmMgGtTpPeE]).*)?", Pattern.DOTALL);
    private static final String POWERS = "kmgtpe";

    private MySqlNumber() {}

    static OptionalLong parse(String written) {
        if (written.isEmpty()) {
            return OptionalLong.of(0);
        }
        Matcher number = NUMBER.matcher(written);
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        long value = Long.parseLong(number.group(1));
        int power = number.group(2) == null ? 0 : POWERS.indexOf(number.group(2).toLowerCase(Locale.ROOT)) + 1;
        try {
            return OptionalLong.of(Math.multiplyExact(value, 1L << (10 * power)));
        } catch (ArithmeticException e) {
            return OptionalLong.empty(); // more bytes than any machine has
        }
    }
}
