package io.poolwright.telemetry.page;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.http.HttpPage;
import io.poolwright.telemetry.prometheus.MetricsOverflowException;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.MetricsSyntaxException;
import io.poolwright.telemetry.prometheus.PrometheusText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One target's page of metrics, of whatever product: the pools that it tells of, and the target as part of a stack. */
public final class LivePage implements Collector<Seen> {
    /** Longest page that is read, in bytes; an {@link HttpPage} for it should accept no more. */
    public static final int MOST_BYTES = PageReading.LIMITS.bytes();

    private final HttpPage page;
    private final PrometheusText text = PageReading.text();
    private final PageReading reading;

    /**
     * @param page where the metrics are
     * @param service the service that the target's pools belong to, as the team calls it
     * @param instance which copy of it the target is; empty text for the only one
     * @param focus what the diagnosis of a whole stack is to look at, where there is more than one
     */
    public LivePage(HttpPage page, String service, String instance, Focus focus) {
        this.page = page;
        this.reading = new PageReading(service, instance, focus);
    }

    @Override
    public Answer<Seen> collect() {
        try {
            MetricsPage read = text.parse(page.fetch());
            if (read.size() == 0) {
                return Answer.silent("%s: the page has no metric that is known here".formatted(page.where()));
            }
            return Answer.of(withNotices(reading.read(read), read.beyond()));
        } catch (IOException | MetricsSyntaxException | MetricsOverflowException e) {
            return Answer.silent("%s: %s".formatted(page.where(), e.getMessage()));
        }
    }

    private static Seen withNotices(Seen seen, int beyond) {
        if (beyond == 0) {
            return seen;
        }
        List<Notice> notices = new ArrayList<>(seen.notices());
        notices.add(new Notice(
                Notice.Kind.LIMIT,
                "%d series of the page are left out: accepted are %d series of at most %d bytes and %d labels each"
                        .formatted(
                                beyond,
                                PageReading.LIMITS.series(),
                                PageReading.LIMITS.seriesBytes(),
                                PageReading.LIMITS.labels())));
        return seen.withNotices(notices);
    }
}
