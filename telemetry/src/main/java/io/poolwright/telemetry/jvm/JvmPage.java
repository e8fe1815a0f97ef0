package io.poolwright.telemetry.jvm;

import io.poolwright.model.Answer;
import io.poolwright.model.InstanceSample;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.prometheus.MetricsOverflowException;
import io.poolwright.telemetry.prometheus.MetricsSyntaxException;
import io.poolwright.telemetry.prometheus.PageLimits;
import io.poolwright.telemetry.prometheus.PrometheusText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One application instance, as its Prometheus page tells it. */
public final class JvmPage implements Collector<InstanceSample> {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_SERIES = 20_000;

    private final HttpPage page;
    private final PrometheusText text =
            new PrometheusText(new PageLimits(MOST_BYTES, MOST_SERIES), JvmMetrics.PREFIXES);
    private final JvmMetrics metrics;

    /** Reads the only pool on the page; a page with several leaves the pool silent. */
    public JvmPage(URI uri, Duration deadline) {
        this(uri, deadline, Optional.empty());
    }

    /**
     * @param uri where the metrics page is: plain http
     * @param deadline longest a look takes in all
     * @param pool the pool to read, by its name, when there may be several
     */
    public JvmPage(URI uri, Duration deadline, Optional<String> pool) {
        this.page = new HttpPage(uri, deadline, MOST_BYTES);
        this.metrics = new JvmMetrics(pool);
    }

    @Override
    public Answer<InstanceSample> collect() {
        try {
            return metrics.read(text.parse(page.fetch()));
        } catch (IOException | MetricsSyntaxException | MetricsOverflowException e) {
            return Answer.silent("%s: %s".formatted(page.uri(), e.getMessage()));
        }
    }
}
