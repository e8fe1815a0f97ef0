package io.poolwright.config.nginx;

import java.time.Duration;
import java.util.Optional;

/**
 * A time as nginx writes it: {@code 30}, {@code 30s}, {@code 1m30s}, {@code "1h 30m"}, {@code 500ms}. A bare number is
 * seconds. Units come from large to small, each once, and the last may go without.
 *
 * <p>Source: nginx documentation, "Configuration file measurement units"; {@code ngx_parse.c}.
 */
public final class NginxTime {
    private static final String ORDER = "yMwdhms";
    private static final Duration LONGEST = Duration.ofDays(365L * 100);

    private NginxTime() {}

    /** The time, or nothing where the text is none: a variable, a template mark, a word. */
    public static Optional<Duration> parse(String text) {
        long millis = 0;
        int last = -1;
        int at = 0;
        while (at < text.length()) {
            int digits = at;
            while (digits < text.length() && isDigit(text.charAt(digits))) {
                digits++;
            }
            if (digits == at || digits - at > 15) {
                return Optional.empty();
            }
            long number = Long.parseLong(text.substring(at, digits));
            boolean isMillis = text.startsWith("ms", digits);
            char unit = digits < text.length() ? text.charAt(digits) : 's';
            boolean bare = digits == text.length() || unit == ' ';
            int rank = isMillis ? ORDER.length() : ORDER.indexOf(bare ? 's' : unit);
            if (rank <= last) {
                return Optional.empty();
            }
            last = rank;
            long size = isMillis ? 1 : millis(bare ? 's' : unit);
            if (number > LONGEST.toMillis() / size) {
                return Optional.empty();
            }
            millis += number * size;
            at = digits + (isMillis ? 2 : digits < text.length() ? 1 : 0);
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return last < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private static long millis(char unit) {
        return switch (unit) {
            case 'y' -> Duration.ofDays(365).toMillis();
            case 'M' -> Duration.ofDays(30).toMillis();
            case 'w' -> Duration.ofDays(7).toMillis();
            case 'd' -> Duration.ofDays(1).toMillis();
            case 'h' -> Duration.ofHours(1).toMillis();
            case 'm' -> Duration.ofMinutes(1).toMillis();
            default -> 1000;
        };
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
