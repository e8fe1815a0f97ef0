package io.poolwright.telemetry.prometheus;

import java.util.List;

/**
 * A reader of pages in the Prometheus text format 0.0.4 and in OpenMetrics 1.0, which remembers the series of earlier
 * pages. Keep one for each source; it is not for several threads at once.
 *
 * <p>Source: prometheus.io/docs/instrumenting/exposition_formats and the OpenMetrics 1.0 specification. HELP, TYPE and
 * UNIT are comments to it; time stamps and exemplars are checked and dropped; a series that appears twice is refused.
 */
public final class PrometheusText {
    private final PageLimits limits;
    private final Prefixes prefixes;
    private final SeriesCache cache;

    /** Reads every series of pages up to {@link PageLimits#GENEROUS}. */
    public PrometheusText() {
        this(PageLimits.GENEROUS, List.of());
    }

    /**
     * Reads only series whose metric name begins with one of the prefixes; an empty list means all. Other lines are
     * skipped unread, their syntax included. A name in quotes is always read.
     */
    public PrometheusText(PageLimits limits, List<String> prefixes) {
        this(limits, prefixes, SeriesHash.MIXED);
    }

    PrometheusText(PageLimits limits, List<String> prefixes, SeriesHash hash) {
        this.limits = limits;
        this.prefixes = new Prefixes(prefixes);
        this.cache = new SeriesCache(hash, limits.series(), limits.beyond());
    }

    /** The samples of a page; throws {@link MetricsSyntaxException} or {@link MetricsOverflowException}. */
    public MetricsPage parse(byte[] page) {
        return parse(page, page.length);
    }

    /**
     * The samples of a page that fills the beginning of a buffer.
     *
     * @param length how much of the buffer is page, in bytes
     */
    public MetricsPage parse(byte[] buffer, int length) {
        if (length > limits.bytes()) {
            throw new MetricsOverflowException("bytes", length, limits.bytes());
        }
        return new PageReader(buffer, length, cache, limits, prefixes).read();
    }
}
