package io.poolwright.simulate.fit;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as products write them: a number, and a unit or none. */
final class Times {
    private static final Pattern TIME = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(us|ms|s|sec|min|m|h|d)?");

    private Times() {}

    /**
     * The time in seconds; empty for what is none.
     *
     * @param unit that counts when none is written, in seconds
     */
    static OptionalDouble seconds(String text, double unit) {
        Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return OptionalDouble.empty();
        }
        String written = time.group(2) == null ? "" : time.group(2);
        double factor =
                switch (written) {
                    case "us" -> 1e-6;
                    case "ms" -> 1e-3;
                    case "s", "sec" -> 1;
                    case "min", "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86_400;
                    default -> unit;
                };
        // To the nanosecond, so that 700 ms is 0.7 s and not a digit more.
        return OptionalDouble.of(Math.rint(Double.parseDouble(time.group(1)) * factor * 1e9) / 1e9);
    }
}
