package io.poolwright.config.spring;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Spring Boot makes of a text when a property wants a duration, a size, a number or a boolean. Empty where it would
 * refuse to start.
 *
 * <p>Source: Spring Boot, {@code DurationStyle} and {@code DataSize}; Spring Framework, {@code StringToBooleanConverter} and
 * {@code NumberUtils}.
 */
public final class SpringConversion {
    private static final Pattern SIMPLE = Pattern.compile("([+-]?\\d{1,18})([a-zA-Z]{0,2})");

    private SpringConversion() {}

    /** {@code 30s}, {@code PT30S}, {@code 500ms}; a bare number counts in {@code bare}. */
    public static Optional<Duration> duration(String text, ChronoUnit bare) {
        String trimmed = text.strip();
        Matcher simple = SIMPLE.matcher(trimmed);
        try {
            if (simple.matches()) {
                long amount = Long.parseLong(simple.group(1));
                return unit(simple.group(2), bare).map(unit -> Duration.of(amount, unit));
            }
            return trimmed.regionMatches(true, trimmed.startsWith("-") || trimmed.startsWith("+") ? 1 : 0, "P", 0, 1)
                    ? Optional.of(Duration.parse(trimmed))
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // too long for a duration, or no ISO 8601: Spring refuses both
        }
    }

    private static Optional<ChronoUnit> unit(String suffix, ChronoUnit bare) {
        return switch (suffix.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(bare);
            case "ns" -> Optional.of(ChronoUnit.NANOS);
            case "us" -> Optional.of(ChronoUnit.MICROS);
            case "ms" -> Optional.of(ChronoUnit.MILLIS);
            case "s" -> Optional.of(ChronoUnit.SECONDS);
            case "m" -> Optional.of(ChronoUnit.MINUTES);
            case "h" -> Optional.of(ChronoUnit.HOURS);
            case "d" -> Optional.of(ChronoUnit.DAYS);
            default -> Optional.empty();
        };
    }

    /** {@code 10MB}, {@code 512KB}; a bare number counts bytes. In bytes. */
    public static Optional<Long> size(String text) {
        Matcher simple = SIMPLE.matcher(text.strip());
        if (!simple.matches()) {
            return Optional.empty();
        }
        int power =
                switch (simple.group(2).toUpperCase(Locale.ROOT)) {
                    case "", "B" -> 0;
                    case "KB" -> 10;
                    case "MB" -> 20;
                    case "GB" -> 30;
                    case "TB" -> 40;
                    default -> -1;
                };
        if (power < 0) {
            return Optional.empty();
        }
        BigInteger bytes = new BigInteger(simple.group(1)).shiftLeft(power);
        return bytes.bitLength() < Long.SIZE ? Optional.of(bytes.longValue()) : Optional.empty();
    }

    /** A whole number that fits a Java {@code int}, decimal or with {@code 0x}. */
    public static Optional<Integer> integer(String text) {
        return whole(text).filter(n -> n.intValue() == n).map(Long::intValue);
    }

    /** A whole number that fits a Java {@code long}, decimal or with {@code 0x}. */
    public static Optional<Long> whole(String text) {
        String trimmed = text.replaceAll("\\s", "");
        try {
            return Optional.of(
                    trimmed.regionMatches(true, 0, "0x", 0, 2) ? Long.decode(trimmed) : Long.parseLong(trimmed));
        } catch (NumberFormatException e) {
            return Optional.empty(); // Spring refuses it too
        }
    }

    /** {@code true}, {@code on}, {@code yes}, {@code 1}, and their opposites. */
    public static Optional<Boolean> bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> Optional.of(true);
            case "false", "off", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
