package io.poolwright.telemetry.promql;

import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.page.Focus;
import io.poolwright.telemetry.page.PageReading;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One process that the Prometheus scrapes, and its series, which are the same objects from look to look. */
final class ScrapedProcess {
    private final PageReading reading;
    private Map<SortedMap<String, String>, Series> known = new HashMap<>();
    private long scrapedAt = Long.MIN_VALUE;

    ScrapedProcess(String job, String instance) {
        this.reading = new PageReading(job, instance, Focus.ANY);
    }

    /** Whether it was scraped since it was asked about last. */
    boolean isNew(long millis) {
        boolean later = millis != scrapedAt;
        scrapedAt = millis;
        return later;
    }

    /** The page as the process wrote it: without the labels that the Prometheus put on. */
    MetricsPage page(List<Samples.Sample> samples) {
        Map<SortedMap<String, String>, Series> kept = new HashMap<>();
        List<Series> series = new ArrayList<>(samples.size());
        double[] values = new double[samples.size()];
        for (int i = 0; i < values.length; i++) {
            SortedMap<String, String> labels = samples.get(i).labels();
            Series one = known.get(labels);
            if (one == null) {
                one = series(labels);
            }
            kept.put(labels, one);
            series.add(one);
            values[i] = samples.get(i).value();
        }
        known = kept;
        return MetricsPage.of(series, values);
    }

    Seen read(MetricsPage page) {
        return reading.read(page);
    }

    private static Series series(SortedMap<String, String> labels) {
        SortedMap<String, String> own = new TreeMap<>(labels);
        String name = own.remove("__name__");
        own.remove("job");
        own.remove("instance");
        return new Series(name == null ? "" : name, own);
    }
}
