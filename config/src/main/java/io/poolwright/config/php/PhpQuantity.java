package io.poolwright.config.php;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times, sizes, counts and flags as PHP-FPM and {@code php.ini} write them; nothing where a text is none of these. */
public final class PhpQuantity {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*([smhd]?)");
    private static final Pattern SIZE = Pattern.compile("(-?\\d{1,15})\\s*([kKmMgG]?)");

    private PhpQuantity() {}

    /** A pool time such as {@code request_terminate_timeout}: seconds, or with s, m, h, d. Source: {@code www.conf}. */
    public static Optional<Duration> time(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        return Optional.of(
                switch (time.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofSeconds(number);
                });
    }

    /** A whole number of seconds of {@code php.ini}, such as {@code max_execution_time}; -1 is "no limit" there. */
    public static Optional<Long> seconds(String text) {
        return text.strip().matches("-?\\d{1,9}") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
    }

    /** A size in bytes, with k, m or g; -1 is "no limit". Source: PHP manual, "Shorthand byte values". */
    public static OptionalLong size(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(size.group(1));
        int shift =
                switch (size.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> 10;
                    case "m" -> 20;
                    case "g" -> 30;
                    default -> 0;
                };
        boolean fits = Math.abs(number) <= Long.MAX_VALUE >> shift;
        return fits ? OptionalLong.of(number << shift) : OptionalLong.empty();
    }

    /** A count such as {@code pm.max_children}. */
    public static Optional<Integer> count(String text) {
        return text.strip().matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }

    /** A switch: on, yes, true and 1 against off, no, false, none, 0 and nothing at all. */
    public static Optional<Boolean> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "on", "yes", "true", "1" -> Optional.of(true);
            case "off", "no", "false", "none", "0", "" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
