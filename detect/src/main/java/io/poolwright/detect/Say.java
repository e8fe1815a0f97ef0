package io.poolwright.detect;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them: with a unit, and no more digits than they are worth. */
public final class Say {
    /** What would round to nothing, and on one side of it to less than nothing: −0.0. */
    private static final double NOTHING = 0.05;

    private Say() {}

    /** A count, or a mean of counts. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (size < NOTHING) {
            return "0";
        }
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.0f" : "%.1f", value);
    }

    /** A count that may be unknown. */
    public static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "unknown";
    }

    /** A rate, in 1/s. */
    public static String rate(double perSecond) {
        return number(perSecond) + "/s";
    }

    /** A duration. */
    public static String time(double seconds) {
        if (Math.abs(seconds) >= 0.9995) {
            return String.format(Locale.ROOT, Math.abs(seconds) >= 9.95 ? "%.0f s" : "%.1f s", seconds);
        }
        double millis = seconds * 1000;
        if (Math.abs(millis) < NOTHING) {
            return "0 ms";
        }
        return String.format(
                Locale.ROOT, Math.abs(millis) >= 9.95 || millis == Math.rint(millis) ? "%.0f ms" : "%.1f ms", millis);
    }

    /** A longer stretch of time, such as {@code 2 h 10 min}. */
    public static String span(double seconds) {
        if (seconds < 90) {
            return time(Math.rint(seconds));
        }
        long minutes = Math.round(seconds / 60);
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 10) {
            long rest = minutes % 60 / 10 * 10;
            return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
        }
        hours = Math.round(seconds / 3600);
        return hours < 72 ? hours + " h" : Math.round(seconds / 86_400) + " d";
    }

    /** A share of a whole. */
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(
                Locale.ROOT, percent >= 9.95 || percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }

    /** A factor between two measurements. */
    public static String times(double factor) {
        return String.format(Locale.ROOT, factor >= 9.95 ? "×%.0f" : "×%.1f", factor);
    }
}
