package io.poolwright.simulate.search;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Unit;
import java.util.Locale;

/** Numbers in sentences: no more digits than they are worth. */
public final class Numbers {
    private Numbers() {}

    /** Three digits at most, whole numbers whole, no limit as {@code unlimited}. */
    public static String plain(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "unlimited" : "minus unlimited";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long) value);
        }
        if (size >= 100) {
            return Long.toString(Math.round(value));
        }
        int digits = size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A time, in the unit that suits it. */
    public static String seconds(double seconds) {
        if (Double.isInfinite(seconds)) {
            return "unlimited";
        }
        if (seconds != 0 && Math.abs(seconds) < 1) {
            return plain(seconds * 1000) + " ms";
        }
        return seconds >= 600 && seconds % 60 == 0 ? plain(seconds / 60) + " min" : plain(seconds) + " s";
    }

    /** A share in per cent. */
    public static String percent(double share) {
        double percent = share * 100;
        return String.format(
                        Locale.ROOT,
                        (percent > 99 && percent < 99.95) || (percent < 1 && percent > 0) ? "%.1f" : "%.0f",
                        percent)
                + " %";
    }

    /** A parameter's value with its unit. */
    public static String of(Parameter parameter, double value) {
        return parameter.unit() == Unit.SECONDS
                ? seconds(value)
                : parameter.unit() == Unit.FLAG
                        ? value > 0 ? "on" : "off"
                        : plain(value)
                                + (Double.isInfinite(value)
                                        ? ""
                                        : parameter.unit().symbol());
    }
}
