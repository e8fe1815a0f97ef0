package io.poolwright.telemetry.otlp;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * OpenTelemetry's names as Prometheus writes them, so that one dialect knows a pool however it is told: the unit and
 * {@code _total} become part of the name.
 *
 * <p>Source: OpenTelemetry specification, "Prometheus and OpenMetrics compatibility". A unit in braces is no unit.
 */
final class Translation {
    private static final Map<String, String> UNITS = Map.of(
            "s", "seconds",
            "ms", "milliseconds",
            "us", "microseconds",
            "ns", "nanoseconds",
            "By", "bytes",
            "1", "");

    private Translation() {}

    /** The name of a metric, its unit included. */
    static String name(String name, String unit, boolean counter) {
        String whole = plain(name);
        String suffix = plain(UNITS.getOrDefault(unit, unit.startsWith("{") ? "" : unit));
        if (!suffix.isEmpty() && !whole.toLowerCase(Locale.ROOT).endsWith("_" + suffix.toLowerCase(Locale.ROOT))) {
            whole += "_" + suffix;
        }
        return counter && !whole.endsWith("_total") ? whole + "_total" : whole;
    }

    /** A name of letters, digits and underscores. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean word = (letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '_'
                    || letter == ':';
            plain.append(word ? letter : '_');
        }
        return plain.toString();
    }

    /** Attributes as labels. */
    static SortedMap<String, String> labels(SortedMap<String, String> attributes) {
        SortedMap<String, String> labels = new TreeMap<>();
        attributes.forEach((name, value) -> labels.put(plain(name), value));
        return labels;
    }
}
