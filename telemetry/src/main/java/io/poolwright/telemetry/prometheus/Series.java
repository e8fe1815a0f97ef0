package io.poolwright.telemetry.prometheus;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sample is a sample of: a metric name and its labels.
 *
 * @param name metric name, suffixes such as {@code _total} and {@code _seconds_count} included
 * @param labels by name; the order on the page does not matter
 */
public record Series(String name, SortedMap<String, String> labels) {
    public Series {
        Objects.requireNonNull(name, "name");
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** A series of that name with those labels. */
    public static Series of(String name, Map<String, String> labels) {
        return new Series(name, new TreeMap<>(labels));
    }

    boolean matches(String wantedName, String... wantedLabels) {
        if (!name.equals(wantedName)) {
            return false;
        }
        for (int i = 0; i < wantedLabels.length; i += 2) {
            if (!wantedLabels[i + 1].equals(labels.get(wantedLabels[i]))) {
                return false;
            }
        }
        return true;
    }
}
