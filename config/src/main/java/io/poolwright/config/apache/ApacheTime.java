package io.poolwright.config.apache;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as httpd writes it: seconds, or with {@code ms}, {@code s}, {@code mi}, {@code min} or {@code h}.
 *
 * <p>Source: httpd {@code ap_timeout_parameter_parse}.
 */
public final class ApacheTime {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|mi|min|h|hr)?");

    private ApacheTime() {}

    /** The time, or nothing where the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        String unit = time.group(2) == null ? "s" : time.group(2);
        return Optional.of(
                switch (unit) {
                    case "ms" -> Duration.ofMillis(number);
                    case "mi", "min" -> Duration.ofMinutes(number);
                    case "h", "hr" -> Duration.ofHours(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}
