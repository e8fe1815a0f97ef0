package io.poolwright.drill.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopMetricsTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(1);
    private final ShopMetrics metrics = new ShopMetrics("shop", "1.0.0", workers);

    @AfterEach
    void stop() {
        metrics.close();
        workers.shutdownNow();
    }

    @Test
    void timersOfThePoolCarryBucketsAsWellAsTheirSums() {
        Timer.builder("hikaricp.connections.usage")
                .tag("pool", "shop")
                .register(metrics.registry())
                .record(Duration.ofMillis(30));

        assertThat(metrics.registry().scrape())
                .contains("hikaricp_connections_usage_seconds_bucket{pool=\"shop\",le=\"0.001\"} 0")
                .contains("hikaricp_connections_usage_seconds_bucket{pool=\"shop\",le=\"30.0\"} 1")
                .contains("hikaricp_connections_usage_seconds_bucket{pool=\"shop\",le=\"+Inf\"} 1")
                .contains("hikaricp_connections_usage_seconds_count{pool=\"shop\"} 1")
                .contains("hikaricp_connections_usage_seconds_sum{pool=\"shop\"} 0.03")
                .contains("hikaricp_connections_usage_seconds_max{pool=\"shop\"} 0.03");
    }

    @Test
    void noOtherTimerPaysForBuckets() {
        metrics.end(metrics.begin(), 200, "None");

        assertThat(metrics.registry().scrape())
                .contains("http_server_requests_seconds_count{")
                .doesNotContain("http_server_requests_seconds_bucket");
    }
}
