package io.poolwright.config.pool;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and times as pools write them.
 *
 * <p>Sources: {@code Long.decode} as Spring's binder uses it; HikariCP's {@code PropertyElf}; Spring's
 * {@code DurationStyle}; ISO 8601 as {@code java.time.Duration} reads it; Quarkus' {@code DurationConverter} (a bare
 * number is seconds).
 */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9][0-9_]{0,30}");
    private static final Pattern HEX = Pattern.compile("(-?)0[xX]([0-9a-fA-F]{1,16})");
    private static final Pattern SIMPLE =
            Pattern.compile("([+-]?[0-9]{1,18})\\s{0,9}(ns|us|ms|s|m|h|d|)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("[+-]?P[0-9.,+\\-DTHMS]{1,60}", Pattern.CASE_INSENSITIVE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** A whole number; YAML's underscores and hexadecimal digits included. */
    static OptionalLong whole(String text) {
        String plain = text.strip();
        if (WHOLE.matcher(plain).matches()) {
            return within(new BigInteger(plain.replace("_", "")));
        }
        Matcher hex = HEX.matcher(plain);
        if (hex.matches()) {
            return within(new BigInteger(hex.group(1) + hex.group(2), 16));
        }
        return OptionalLong.empty();
    }

    /**
     * A time in milliseconds, rounded down.
     *
     * @param bare milliseconds in one of the unit that a number without a suffix is in
     */
    static OptionalLong millis(String text, long bare) {
        String plain = text.strip();
        Matcher simple = SIMPLE.matcher(plain);
        if (simple.matches()) {
            BigInteger number = new BigInteger(simple.group(1));
            return switch (simple.group(2).toLowerCase(Locale.ROOT)) {
                case "ns" -> within(number.divide(BigInteger.valueOf(1_000_000)));
                case "us" -> within(number.divide(BigInteger.valueOf(1_000)));
                case "ms" -> within(number);
                case "s" -> within(number.multiply(BigInteger.valueOf(1_000)));
                case "m" -> within(number.multiply(BigInteger.valueOf(60_000)));
                case "h" -> within(number.multiply(BigInteger.valueOf(3_600_000)));
                case "d" -> within(number.multiply(BigInteger.valueOf(86_400_000)));
                default -> within(number.multiply(BigInteger.valueOf(bare)));
            };
        }
        return ISO.matcher(plain).matches()
                ? iso(plain)
                : whole(plain).isPresent() ? whole(plain) : OptionalLong.empty();
    }

    private static OptionalLong iso(String text) {
        try {
            return OptionalLong.of(java.time.Duration.parse(text).toMillis());
        } catch (java.time.format.DateTimeParseException | ArithmeticException e) {
            return OptionalLong.empty(); // it looked like a time and is none
        }
    }

    private static OptionalLong within(BigInteger number) {
        return number.abs().compareTo(MAX) <= 0 ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
