package io.poolwright.telemetry.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.page.PagePools;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every dialect. */
class DialectFamilyTest {
    private static final List<String> ENDINGS = List.of(
            "",
            "_active",
            "_max",
            "_count",
            "_sum",
            "_bucket",
            "_total",
            "_seconds_count",
            "_seconds_sum",
            "_seconds_bucket",
            "current_queue",
            "current_sessions",
            "limit_sessions",
            "max_connections");

    @Test
    void eachHasAnIdOfItsOwnAndSaysWhatItLooksFor() {
        assertThat(Dialects.all()).extracting(Dialect::id).doesNotHaveDuplicates();
        assertThat(Dialects.all())
                .allSatisfy(
                        dialect -> assertThat(dialect.prefixes()).isNotEmpty().doesNotContain(""));
    }

    @ParameterizedTest
    @CsvSource({
        "haproxy-2.6.12.prom, NaN", "haproxy-2.6.12.prom, -1", "haproxy_exporter-0.14.prom, NaN",
        "nginx_exporter-0.11.prom, NaN", "nginx_exporter-0.11.prom, -1", "postgres_exporter-0.11.prom, NaN",
        "postgres_exporter-0.11.prom, -1", "mysqld_exporter-0.14.prom, NaN", "mysqld_exporter-0.14.prom, -Inf"
    })
    void aPageOfNothingButNoNumbersLeavesAllUnknown(String name, String value) {
        Page page = Page.of(Page.recorded(name)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ') + 1) + value)
                .toArray(String[]::new));

        for (Reading reading : page.pools().values()) {
            for (Signal signal : Signal.values()) {
                assertThat(reading.get(signal))
                        .as("%s of %s", signal, reading.pool())
                        .isEmpty();
            }
        }
    }

    @Property(tries = 100)
    void anySeriesAreReadAndOnlyNumbersAreKnown(
            @ForAll("pages") List<Map.Entry<Series, Double>> first,
            @ForAll("pages") List<Map.Entry<Series, Double>> second) {
        PagePools pools = new PagePools(Dialects.all(), "shop", "", 20);
        for (List<Map.Entry<Series, Double>> page : List.of(first, second, first)) {
            List<Reading> readings = pools.read(page(page));

            assertThat(readings).hasSizeLessThanOrEqualTo(20);
            assertThat(readings).extracting(Reading::pool).doesNotHaveDuplicates();
            for (Reading reading : readings) {
                for (Signal signal : Signal.values()) {
                    reading.get(signal).ifPresent(value -> assertThat(value).isBetween(0.0, Double.MAX_VALUE));
                }
            }
            assertThat(pools.notices()).isNotNull();
        }
    }

    @Provide
    Arbitrary<List<Map.Entry<Series, Double>>> pages() {
        Arbitrary<String> names = Arbitraries.of(Dialects.prefixes())
                .flatMap(prefix -> Arbitraries.of(ENDINGS).map(ending -> prefix + ending));
        Arbitrary<String> labels = Arbitraries.of(
                "pool",
                "name",
                "state",
                "le",
                "quantile",
                "proxy",
                "server",
                "database",
                "user",
                "application",
                "datasource",
                "pool_name",
                "envoy_cluster_name",
                "upstream",
                "backend",
                "error",
                "status",
                "code");
        Arbitrary<String> values = Arbitraries.of(
                "", "a", "b", "used", "idle", "active", "0.5", "+Inf", "0.95", "\u0000\n", "x".repeat(300));
        Arbitrary<SortedMap<String, String>> sets =
                Arbitraries.maps(labels, values).ofMaxSize(5).map(TreeMap::new);
        Arbitrary<Double> numbers = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().between(0, 20).map(Integer::doubleValue),
                Arbitraries.of(Double.NaN, -1.0, Double.POSITIVE_INFINITY));
        return names.flatMap(name -> sets.flatMap(set -> numbers.map(value -> Map.entry(new Series(name, set), value))))
                .list()
                .ofMaxSize(40);
    }

    private static MetricsPage page(List<Map.Entry<Series, Double>> entries) {
        Map<Series, Double> once = new LinkedHashMap<>();
        entries.forEach(entry -> once.put(entry.getKey(), entry.getValue()));
        return MetricsPage.of(
                new ArrayList<>(once.keySet()),
                once.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
