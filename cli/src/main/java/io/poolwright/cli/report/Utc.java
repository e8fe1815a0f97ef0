package io.poolwright.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the report writes them: UTC, to the second, the same wherever it is written. */
final class Utc {
    private static final DateTimeFormatter DAY = formatter("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = formatter("HH:mm:ss");

    private Utc() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** From and to, with the second day only where it is another. */
    static String span(Instant from, Instant to) {
        String end = day(from).equals(day(to)) ? time(to) : day(to) + " " + time(to);
        return "%s %s to %s UTC".formatted(day(from), time(from), end);
    }

    /** Seconds between two instants. */
    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
