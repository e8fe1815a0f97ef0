package io.poolwright.config.haproxy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HAProxy's way to write a time: a whole number, then {@code us}, {@code ms}, {@code s}, {@code m}, {@code h} or
 * {@code d}; without a unit it is milliseconds, and more than 2147483647 ms is refused. Source: HAProxy configuration
 * manual 2.6, 2.5 "Time format".
 */
public final class HaproxyTime {
    private static final Pattern TIME = Pattern.compile("(\\d{1,18})(us|ms|s|m|h|d)?");
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private HaproxyTime() {}

    /** The time, or empty for what HAProxy would refuse. */
    public static Optional<Duration> parse(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        ChronoUnit unit = unit(time.group(2) == null ? "ms" : time.group(2));
        if (number > LONGEST.dividedBy(unit.getDuration())) {
            return Optional.empty();
        }
        return Optional.of(unit.getDuration().multipliedBy(number));
    }

    private static ChronoUnit unit(String suffix) {
        return switch (suffix) {
            case "us" -> ChronoUnit.MICROS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> ChronoUnit.MILLIS;
        };
    }
}
