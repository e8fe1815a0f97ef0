package io.poolwright.watch.configured;

import io.poolwright.model.stack.Bound;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of settings as running products write them. */
public final class Value {
    private static final Pattern QUANTITY = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,9})?)\\s*([a-z]{0,3})");

    private Value() {}

    /** A told text as a value of the same type as a configured one; empty when it cannot be read as that. */
    static Optional<Object> like(Object configured, String told) {
        if (configured instanceof Duration) {
            return duration(told).map(it -> it);
        }
        if (configured instanceof Long) {
            return number(told).map(it -> it);
        }
        if (configured instanceof Boolean) {
            String word = told.strip().toLowerCase(Locale.ROOT);
            return word.equals("true") || word.equals("false") ? Optional.of(Boolean.valueOf(word)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** A time with its unit; a bare number is none. */
    public static Optional<Duration> duration(String told) {
        Matcher matcher = QUANTITY.matcher(told.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        long nanos =
                switch (matcher.group(2)) {
                    case "us" -> 1_000L;
                    case "ms" -> 1_000_000L;
                    case "s" -> 1_000_000_000L;
                    case "min", "m" -> 60_000_000_000L;
                    case "h" -> 3_600_000_000_000L;
                    case "d" -> 86_400_000_000_000L;
                    default -> 0;
                };
        BigDecimal all = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanos));
        return nanos == 0 || all.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(all.longValue()));
    }

    private static Optional<Long> number(String told) {
        Matcher matcher = QUANTITY.matcher(told.strip());
        return matcher.matches() && matcher.group(2).isEmpty()
                ? Optional.of(new BigDecimal(matcher.group(1)).longValue())
                : Optional.empty();
    }

    /** For people: {@code 30 s}, {@code for ever}, {@code 20}. */
    public static String say(Object value) {
        if (value instanceof Duration time) {
            if (time.compareTo(Bound.FOREVER) >= 0) {
                return "for ever";
            }
            if (time.toMillis() % 60_000 == 0 && time.toMinutes() >= 2) {
                return time.toMinutes() + " min";
            }
            return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
        }
        if (value instanceof Long count && count == Bound.UNLIMITED) {
            return "unlimited";
        }
        return String.valueOf(value);
    }
}
