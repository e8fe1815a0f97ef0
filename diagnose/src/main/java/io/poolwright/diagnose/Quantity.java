package io.poolwright.diagnose;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers inside settings, with PostgreSQL's and HAProxy's units of time understood. */
public final class Quantity {
    private static final Pattern AMOUNT =
            Pattern.compile("\\s*(-?\\d{1,15}(?:\\.\\d{1,6})?)\\s*(us|ms|s|min|m|h|d)?\\s*");

    private Quantity() {}

    /** The bare number of a value, its unit left aside. */
    public static OptionalDouble number(String value) {
        Matcher amount = AMOUNT.matcher(value);
        return amount.matches() ? OptionalDouble.of(Double.parseDouble(amount.group(1))) : OptionalDouble.empty();
    }

    /**
     * A duration in seconds.
     *
     * @param value number and unit
     * @param bare seconds that a number without a unit stands for
     */
    public static OptionalDouble seconds(String value, double bare) {
        Matcher amount = AMOUNT.matcher(value);
        if (!amount.matches()) {
            return OptionalDouble.empty();
        }
        String unit = amount.group(2) == null ? "" : amount.group(2);
        double factor =
                switch (unit) {
                    case "us" -> 1e-6;
                    case "ms" -> 1e-3;
                    case "s" -> 1;
                    case "min", "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86400;
                    default -> bare;
                };
        return OptionalDouble.of(Double.parseDouble(amount.group(1)) * factor);
    }
}
