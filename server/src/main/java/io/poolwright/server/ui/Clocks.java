package io.poolwright.server.ui;

import io.poolwright.audit.Say;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as pages write them: UTC here, and the reader's own time is put beside it by the browser. */
final class Clocks {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Clocks() {}

    static String second(Instant at) {
        return SECOND.format(at);
    }

    /** {@code 13:58}, or {@code 20 Nov 13:58} when that is more than half a day away. */
    static String when(Instant at, Instant now) {
        return Duration.between(at, now).abs().compareTo(Duration.ofHours(12)) > 0 ? DAY.format(at) : MINUTE.format(at);
    }

    /** {@code 4 min}; whole minutes from two minutes on. */
    static String ago(Instant at, Instant now) {
        Duration length = Duration.between(at, now);
        if (length.isNegative()) {
            return "just now";
        }
        Duration round = length.truncatedTo(
                length.toHours() >= 48
                        ? ChronoUnit.DAYS
                        : length.toHours() >= 2
                                ? ChronoUnit.HOURS
                                : length.toMinutes() >= 2 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS);
        return Say.time(round);
    }
}
