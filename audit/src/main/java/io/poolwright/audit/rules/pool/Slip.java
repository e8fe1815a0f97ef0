package io.poolwright.audit.rules.pool;

import java.util.Locale;
import java.util.Set;

/** What somebody meant who wrote a number in the wrong unit. */
final class Slip {
    /** Numbers of seconds that people like to write. */
    private static final Set<Long> ROUND =
            Set.of(5L, 10L, 15L, 20L, 30L, 60L, 90L, 120L, 180L, 300L, 600L, 900L, 1800L, 3600L);

    private Slip() {}

    /** The number in a text that a pool has read as one. */
    static long number(String text) {
        return Long.decode(text.strip().replace("_", "").replaceFirst("^([+-]?)0+(?=\\d)", "$1"));
    }

    /** Whether a number of milliseconds looks like a number of seconds. */
    static boolean seconds(String text) {
        return ROUND.contains(number(text));
    }

    /** The number of milliseconds that was meant: a thousandfold when it looks like seconds, else the least that is accepted. */
    static long suggested(String text, long least) {
        return seconds(text) ? Math.max(least, number(text) * 1_000) : least;
    }

    /** A thousandfold, or this when that is no better. */
    static long thousandfold(String text, long least) {
        return Math.max(least, number(text) * 1_000);
    }

    /** Milliseconds in a unit. */
    static long millis(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
