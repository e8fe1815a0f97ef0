package io.poolwright.telemetry.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.prometheus.PrometheusHistogramMetricsTrackerFactory;
import com.zaxxer.hikari.metrics.prometheus.PrometheusMetricsTrackerFactory;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** HikariCP itself, told by each of the libraries that tell it: two connections of three used, one caller timed out. */
class HikariLibrariesTest {
    @Test
    void micrometerTellsEverything() throws SQLException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        HikariConfig config = config();
        config.setMetricRegistry(registry);

        Reading pool = used(config, registry::scrape);

        seesAllOf(pool);
        assertThat(pool.get(Signal.WAIT_MAX)).isPresent();
        assertThat(pool.get(Signal.USE_MAX)).isPresent();
        assertThat(pool.reason(Signal.WAIT_P95)).startsWith("no percentile: enable");
    }

    @Test
    void hikarisSummariesTellPercentilesToo() throws SQLException {
        CollectorRegistry registry = new CollectorRegistry();
        HikariConfig config = config();
        config.setMetricsTrackerFactory(new PrometheusMetricsTrackerFactory(registry));

        Reading pool = used(config, () -> page(registry));

        seesAllOf(pool);
        assertThat(pool.get(Signal.WAIT_P95)).isPresent();
        assertThat(pool.get(Signal.USE_P95)).isPresent();
    }

    @Test
    void hikarisHistogramsEndBeforeATimeoutDoes() throws SQLException {
        CollectorRegistry registry = new CollectorRegistry();
        HikariConfig config = config();
        config.setMetricsTrackerFactory(new PrometheusHistogramMetricsTrackerFactory(registry));

        Reading pool = used(config, () -> page(registry));

        seesAllOf(pool);
        assertThat(pool.get(Signal.WAIT_P95)).isEmpty();
        assertThat(pool.reason(Signal.WAIT_P95))
                .isEqualTo("it lies above 0.001024 s, where the histogram's highest bucket ends");
    }

    private static void seesAllOf(Reading pool) {
        assertThat(pool.pool()).isEqualTo(new PoolId("shop", "shop-1", Tier.POOL, "orders"));
        assertThat(pool.get(Signal.MAX)).hasValue(2);
        assertThat(pool.get(Signal.USED)).hasValue(2);
        assertThat(pool.get(Signal.IDLE)).hasValue(0);
        assertThat(pool.get(Signal.TOTAL)).hasValue(2);
        assertThat(pool.get(Signal.PENDING)).hasValue(0);
        assertThat(pool.get(Signal.MIN_IDLE)).hasValue(2);
        assertThat(pool.get(Signal.TIMEOUTS)).hasValue(1);
        assertThat(pool.get(Signal.WAITS)).hasValue(4); // three served, one timed out
        assertThat(pool.get(Signal.WAIT_SECONDS).orElseThrow()).isBetween(1.1, 9.0);
        assertThat(pool.get(Signal.BORROWS)).hasValue(1);
        assertThat(pool.get(Signal.USE_SECONDS)).isPresent();
        assertThat(pool.get(Signal.CREATED).orElseThrow()).isGreaterThanOrEqualTo(1);
        assertThat(pool.get(Signal.CREATE_SECONDS)).isPresent();
    }

    /** The pool after a first look, with one connection given back, two out, and one caller who got none. */
    private static Reading used(HikariConfig config, Supplier<String> page) throws SQLException {
        try (HikariDataSource pool = new HikariDataSource(config)) {
            pool.getConnection().close();
            Page first = Page.of(page.get());
            try (Connection one = pool.getConnection();
                    Connection two = pool.getConnection()) {
                Assertions.assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
                List<Map<String, Reading>> looks = Page.looks(first, Page.of(page.get()));
                return looks.get(1).get("pool/orders");
            }
        }
    }

    private static HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("orders");
        config.setDataSource(FakeDatabase.dataSource());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(1100); // longer than HikariCP keeps its numbers for
        return config;
    }

    private static String page(CollectorRegistry registry) {
        StringWriter page = new StringWriter();
        try {
            TextFormat.write004(page, registry.metricFamilySamples());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }
}
