package io.poolwright.audit.solve;

import io.poolwright.model.stack.Bound;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a time the way the old one is written: a bare number in the same unit, or with a unit. */
final class Notation {
    private static final Pattern BARE = Pattern.compile("\\d{1,15}");
    private static final Pattern ISO = Pattern.compile("[pP].+");
    private static final Pattern WITH_UNIT = Pattern.compile("'?\\d{1,15}\\s?(us|ms|s|m|min|h|d)'?");

    private Notation() {}

    /**
     * The fresh time in the notation of the old.
     *
     * @return empty when the old text does not show its unit: 0, "infinite", or an expression
     */
    static Optional<String> like(String written, Duration old, Duration fresh) {
        String text = written.strip();
        if (BARE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number == 0 || Bound.isForever(old) || old.isZero()) {
                return Optional.empty();
            }
            Duration unit = old.dividedBy(number);
            boolean whole = unit.equals(Duration.ofMillis(1)) || unit.equals(Duration.ofSeconds(1));
            return whole ? Optional.of(String.valueOf(fresh.dividedBy(unit))) : Optional.empty();
        }
        if (ISO.matcher(text).matches()) {
            return Optional.of(fresh.toString());
        }
        if (WITH_UNIT.matcher(text).matches()) {
            String plain = fresh.toMillis() % 1000 == 0 ? fresh.toSeconds() + "s" : fresh.toMillis() + "ms";
            return Optional.of(text.startsWith("'") ? "'" + plain + "'" : plain);
        }
        return Optional.empty();
    }
}
