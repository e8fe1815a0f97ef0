package io.poolwright.server.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that a page looks at.
 *
 * @param from its beginning
 * @param to its end; now, when it is live
 * @param live whether it goes on with the clock
 */
public record Span(Instant from, Instant to, boolean live) {
    /** The longest time that is answered. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final Duration USUAL = Duration.ofMinutes(15);

    /**
     * The time that an address asks for: {@code ?last=1h}, {@code ?from=…&to=…}, or nothing.
     *
     * @param last a number and m, h or d
     * @param from in ISO 8601, such as {@code 2026-11-21T13:45:00Z}
     * @param to likewise
     * @throws BadSpanException with what was found, what is accepted and what to write instead
     */
    static Span of(@Nullable String last, @Nullable String from, @Nullable String to, Instant now) {
        if (from == null && to == null) {
            Duration length = last == null ? USUAL : length(last);
            return new Span(now.minus(length), now, true);
        }
        Instant end = to == null ? now : instant("to", to);
        Instant start = from == null ? end.minus(USUAL) : instant("from", from);
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new BadSpanException("from %s to %s".formatted(start, end), "from before to, at most 400 days apart");
        }
        return new Span(start, end, to == null);
    }

    private static Duration length(String text) {
        if (!text.matches("[1-9][0-9]{0,3}[mhd]")) {
            throw new BadSpanException("last=" + shown(text), "a number and m, h or d, such as last=15m");
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        Duration length =
                switch (text.charAt(text.length() - 1)) {
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadSpanException(
                    name + "=" + shown(text), "a time as ISO 8601 in UTC, such as " + name + "=2026-11-21T13:45:00Z");
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The address part that leads to the same time for good. */
    public String permalink() {
        return "?from=" + from.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "&to="
                + to.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    /** How long it is, as the address says it, when it is one of the usual lengths; else empty. */
    public Optional<String> last() {
        if (!live) {
            return Optional.empty();
        }
        Duration length = Duration.between(from, to);
        if (length.toDays() >= 1 && length.toSeconds() % 86_400 == 0) {
            return Optional.of(length.toDays() + "d");
        }
        return Optional.of(
                length.toSeconds() % 3600 == 0 ? length.toHours() + "h" : Math.max(1, length.toMinutes()) + "m");
    }
}
