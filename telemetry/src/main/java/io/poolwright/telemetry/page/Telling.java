package io.poolwright.telemetry.page;

import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;

/** The labels that tell whose pool it is: a page may speak for several processes, and their pools have the same names. */
final class Telling {
    private static final List<String> LABELS = List.of(
            "application",
            "app",
            "service",
            "service_name",
            "job",
            "exported_job",
            "instance",
            "exported_instance",
            "service_instance_id",
            "namespace",
            "pod",
            "container",
            "scrape_uri");

    private Telling() {}

    /** The labels of that kind which the series has, as {@code a=x, b=y}; empty text for none. */
    static String of(Series series) {
        Map<String, String> labels = series.labels();
        StringBuilder told = new StringBuilder();
        for (String label : LABELS) {
            String value = labels.get(label);
            if (value != null && !value.isEmpty()) {
                told.append(told.isEmpty() ? "" : ", ")
                        .append(label)
                        .append('=')
                        .append(value);
            }
        }
        return told.toString();
    }
}
