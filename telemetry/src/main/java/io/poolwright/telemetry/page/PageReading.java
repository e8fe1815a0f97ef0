package io.poolwright.telemetry.page;

import io.poolwright.model.Answer;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.dialect.Dialects;
import io.poolwright.telemetry.jvm.JvmMetrics;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.PageLimits;
import io.poolwright.telemetry.prometheus.PrometheusText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is to be seen on the pages of one process, whether they were fetched, pushed or asked of a Prometheus:
 * its pools, and itself as a part of a stack. Keep one for each process; it is not for several threads.
 */
public final class PageReading {
    /** What one process may tell: 16 MiB, 50,000 series, 8 KiB and 64 labels each. */
    public static final PageLimits LIMITS = new PageLimits(16 << 20, 50_000, 8 << 10, 64, PageLimits.Beyond.LEFT_OUT);

    private static final List<String> JVM = List.of("jvm_info", "jvm_threads_live_threads", "jvm_threads_current");

    private final PagePools pools;
    private final JvmMetrics jvm;
    private final HaproxyPage haproxy;

    /**
     * @param service the service that its pools belong to
     * @param instance which copy of it this is; empty text for the only one
     */
    public PageReading(String service, String instance, Focus focus) {
        this.pools = new PagePools(Dialects.all(), service, instance, PagePools.MOST_POOLS);
        this.jvm = new JvmMetrics(focus.pool());
        this.haproxy = new HaproxyPage(focus);
    }

    /** How the names begin that anything is made of. */
    public static List<String> prefixes() {
        return Stream.of(Dialects.prefixes(), JvmMetrics.PREFIXES, HaproxyPage.PREFIXES, JVM)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** A reader of pages that keeps to the limits. */
    static PrometheusText text() {
        return new PrometheusText(LIMITS, prefixes());
    }

    /** What the page tells. */
    public Seen read(MetricsPage page) {
        Seen seen = Seen.of(pools.read(page)).withNotices(pools.notices());
        if (page.has("process_start_time_seconds") && isJvm(page)) {
            Answer<InstanceSample> instance = jvm.read(page);
            seen = seen.withInstance(instance);
        }
        if (page.has(HaproxyPage.MARK)) {
            seen = seen.withBalancer(haproxy.read(page));
        }
        if (page.has("pg_settings_max_connections")) {
            seen = seen.withDatabase(Answer.silent("postgres_exporter does not tell the ages of statements and how"
                    + " sessions ended: watch the database itself to have it in the diagnosis"));
        }
        return seen;
    }

    private static boolean isJvm(MetricsPage page) {
        return JVM.stream().anyMatch(page::has) || page.has("http_server_requests_seconds_count");
    }
}
