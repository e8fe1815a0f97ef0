package io.poolwright.bench;

import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.PageLimits;
import io.poolwright.telemetry.prometheus.PrometheusText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parsing a page of 150 000 series from 10 000 pools, about 15 MB, beside a naive parser. The counter {@code megabytes} is
 * MB/s (10^6 bytes) on one core.
 *
 * <p>Run: {@code ./mvnw -q -pl bench -am package -DskipTests && java -cp "bench/target/classes:$(cat bench/target/classpath)" org.openjdk.jmh.Main
 * PrometheusTextBenchmark}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PrometheusTextBenchmark {
    private static final int POOLS = 10_000;

    /** Two pages with the same series and other values, in turn; a reader that knows the series, and one that is new. */
    @State(Scope.Thread)
    public static class Pages {
        private final byte[][] pages = {PoolPages.page(POOLS, 1), PoolPages.page(POOLS, 2)};
        private final PrometheusText known = new PrometheusText();
        private int turn;

        byte[] next() {
            turn ^= 1;
            return pages[turn];
        }
    }

    /** Bytes read, so that the report says MB/s. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Speed {
        /** Megabytes of 10^6 bytes. */
        public double megabytes;
    }

    /** Every series was on the page before. */
    @Benchmark
    public MetricsPage known(Pages pages, Speed speed) {
        byte[] page = pages.next();
        speed.megabytes += page.length / 1e6;
        return pages.known.parse(page);
    }

    /** Every series is new: the first page of a source. */
    @Benchmark
    public MetricsPage unknown(Pages pages, Speed speed) {
        byte[] page = pages.next();
        speed.megabytes += page.length / 1e6;
        return new PrometheusText().parse(page);
    }

    /** No line has a wanted prefix. */
    @Benchmark
    public MetricsPage filtered(Pages pages, Speed speed) {
        byte[] page = pages.next();
        speed.megabytes += page.length / 1e6;
        return new PrometheusText(PageLimits.GENEROUS, List.of("hikaricp_connections_timeout")).parse(page);
    }

    /** The peer. */
    @Benchmark
    public Map<String, Double> naive(Pages pages, Speed speed) {
        byte[] page = pages.next();
        speed.megabytes += page.length / 1e6;
        return NaiveText.parse(page);
    }
}
