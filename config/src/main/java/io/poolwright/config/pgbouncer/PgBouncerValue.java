package io.poolwright.config.pgbouncer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How PgBouncer reads a value. Counts are C integers (a leading zero means octal, {@code 0x} hexadecimal); times are
 * seconds, with a fraction if need be and without a unit. Anything else stops PgBouncer from starting, and is empty here.
 *
 * <p>Source: libusual, cfparser.c: cf_set_int, parse_time, cf_set_lookup.
 */
public final class PgBouncerValue {
    private static final Pattern WHOLE = Pattern.compile("[+-]?(0[xX][0-9a-fA-F]{1,8}|\\d{1,11})");
    private static final Pattern SECONDS = Pattern.compile("[+]?(\\d{1,12}(\\.\\d{0,9})?|\\.\\d{1,9})([eE][+-]?\\d)?");

    private PgBouncerValue() {}

    /** A whole number. */
    public static Optional<Integer> whole(String written) {
        if (!WHOLE.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.decode(written));
        } catch (NumberFormatException e) {
            return Optional.empty(); // too large, or 8 and 9 in an octal number
        }
    }

    /** A time. */
    public static Optional<Duration> time(String written) {
        if (!SECONDS.matcher(written).matches()) {
            return Optional.empty();
        }
        BigDecimal nanoseconds = new BigDecimal(written).movePointRight(9);
        return nanoseconds.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(nanoseconds.longValue()));
    }

    /** A pool mode: {@code session}, {@code transaction} or {@code statement}. */
    public static Optional<String> poolMode(String written) {
        String mode = written.toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "session", "transaction", "statement" -> Optional.of(mode);
            default -> Optional.empty();
        };
    }
}
