package io.poolwright.server.state;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list that is ordered by time, newest first: just after this item. It stays where it is when newer items come.
 *
 * @param id of the item, as text
 */
public record Cursor(Instant at, String id) {
    /** Characters; ours are shorter. */
    private static final int LONGEST = 200;

    /** As it is given out. */
    public String text() {
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
        String plain = micros + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor that was given out as this text; empty when none ever was. */
    public static Optional<Cursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            if (colon < 1 || colon == plain.length() - 1) {
                return Optional.empty();
            }
            Instant at = Instant.EPOCH.plus(Long.parseLong(plain.substring(0, colon)), ChronoUnit.MICROS);
            return Optional.of(new Cursor(at, plain.substring(colon + 1)));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty(); // not one of ours
        }
    }
}
