package io.poolwright.telemetry.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrometerHikariTest {
    private static final Page PAGE = Page.of(
            "hikaricp_connections{pool=\"orders\"} 4.0",
            "hikaricp_connections_active{pool=\"orders\"} 3.0",
            "hikaricp_connections_idle{pool=\"orders\"} 1.0",
            "hikaricp_connections_max{pool=\"orders\"} 10.0",
            "hikaricp_connections_min{pool=\"orders\"} 2.0",
            "hikaricp_connections_pending{pool=\"orders\"} 5.0",
            "hikaricp_connections_timeout_total{pool=\"orders\"} 2.0",
            "hikaricp_connections_acquire_seconds_count{pool=\"orders\"} 26",
            "hikaricp_connections_acquire_seconds_sum{pool=\"orders\"} 0.5",
            "hikaricp_connections_acquire_seconds_max{pool=\"orders\"} 0.25",
            "hikaricp_connections_usage_seconds_count{pool=\"orders\"} 21",
            "hikaricp_connections_usage_seconds_sum{pool=\"orders\"} 0.75",
            "hikaricp_connections_usage_seconds_max{pool=\"orders\"} 0.625",
            "hikaricp_connections_creation_seconds_count{pool=\"orders\"} 3",
            "hikaricp_connections_creation_seconds_sum{pool=\"orders\"} 0.125",
            "hikaricp_connections_creation_seconds_max{pool=\"orders\"} 0.0625");

    @Test
    void everyNumberHasItsSignal() {
        assertThat(PAGE.pool())
                .isEqualTo(Reading.of(new PoolId("shop", "shop-1", Tier.POOL, "orders"))
                        .set(Signal.TOTAL, 4)
                        .set(Signal.USED, 3)
                        .set(Signal.IDLE, 1)
                        .set(Signal.MAX, 10)
                        .set(Signal.MIN_IDLE, 2)
                        .set(Signal.PENDING, 5)
                        .set(Signal.TIMEOUTS, 2)
                        .set(Signal.WAITS, 26)
                        .set(Signal.WAIT_SECONDS, 0.5)
                        .set(Signal.WAIT_MAX, 0.25)
                        .set(Signal.USES, 21)
                        .set(Signal.BORROWS, 21)
                        .set(Signal.USE_SECONDS, 0.75)
                        .set(Signal.USE_MAX, 0.625)
                        .set(Signal.CREATED, 3)
                        .set(Signal.CREATE_SECONDS, 0.125)
                        .because(
                                Signal.WAIT_P95,
                                "no percentile: enable"
                                        + " management.metrics.distribution.percentiles-histogram.hikaricp.connections.acquire")
                        .because(
                                Signal.USE_P95,
                                "no percentile: enable"
                                        + " management.metrics.distribution.percentiles-histogram.hikaricp.connections.usage")
                        .because(
                                Signal.LEAKS, "HikariCP only logs a leak: set leakDetectionThreshold, and read its log")
                        .build());
    }

    @Test
    void whatThePageLacksIsUnknownNotZero() {
        Reading pool = PAGE.without("hikaricp_connections_timeout").pool();

        assertThat(pool.get(Signal.TIMEOUTS)).isEmpty();
        assertThat(pool.get(Signal.USED)).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1.0", "+Inf"})
    void whatIsNoNumberIsUnknownWithTheReason(String value) {
        Reading pool = PAGE.with("hikaricp_connections_max", value).pool();

        assertThat(pool.get(Signal.MAX)).isEmpty();
        assertThat(pool.reason(Signal.MAX)).endsWith("which is no number of anything");
    }

    @Test
    void aPercentileConfiguredInSpringIsTaken() {
        assertThat(PAGE.and("hikaricp_connections_acquire_seconds{pool=\"orders\",quantile=\"0.95\"} 0.125")
                        .pool()
                        .get(Signal.WAIT_P95))
                .hasValue(0.125);
    }

    @Test
    void bucketsGiveThePercentileOfWhatCameBetweenTwoLooks() {
        List<Map<String, Reading>> looks = Page.looks(buckets(100, 150, 160, 160), buckets(100, 240, 260, 260));

        assertThat(looks.get(0).get("pool/orders").get(Signal.WAIT_P95)).isEmpty();
        assertThat(looks.get(0).get("pool/orders").reason(Signal.WAIT_P95)).isEqualTo("a percentile needs two looks");
        assertThat(looks.get(1).get("pool/orders").get(Signal.WAIT_P95).orElseThrow())
                .isCloseTo(0.1 + 0.4 * 0.5, within(1e-9)); // 90 up to 0.1 s, 10 more up to 0.5 s; the 95th is half-way
    }

    @Test
    void aPercentileAboveTheHighestBucketIsUnknownAndSaysSo() {
        List<Map<String, Reading>> looks = Page.looks(buckets(0, 0, 0, 0), buckets(0, 90, 94, 100));

        assertThat(looks.get(1).get("pool/orders").get(Signal.WAIT_P95)).isEmpty();
        assertThat(looks.get(1).get("pool/orders").reason(Signal.WAIT_P95))
                .isEqualTo("it lies above 0.5 s, where the histogram's highest bucket ends");
    }

    @Test
    void bucketsThatBeganAnewGiveNoPercentile() {
        List<Map<String, Reading>> looks = Page.looks(buckets(100, 150, 160, 160), buckets(10, 20, 30, 30));

        assertThat(looks.get(1).get("pool/orders").get(Signal.WAIT_P95)).isEmpty();
    }

    @Test
    void commonTagsOfAnApplicationDoNotChangeThePoolsName() {
        Page tagged = Page.of(PAGE.text().replace("{pool=", "{application=\"shop\",instance=\"a\",pool="));

        assertThat(tagged.pools()).containsOnlyKeys("pool/orders");
    }

    @Test
    void poolsOfSeveralApplicationsOnOnePageAreToldApart() {
        Page two = Page.of(
                PAGE.text().replace("{pool=", "{application=\"shop\",pool="),
                PAGE.text().replace("{pool=", "{application=\"stock\",pool=").replace(" 3.0", " 1.0"));

        assertThat(two.pools()).containsOnlyKeys("pool/orders (application=shop)", "pool/orders (application=stock)");
    }

    @Test
    void twoSeriesThatDifferInALabelThatTellsNothingAreNotGuessedAt() {
        Reading pool = PAGE.and("hikaricp_connections_active{pool=\"orders\",colour=\"blue\"} 2.0")
                .pool();

        assertThat(pool.get(Signal.USED)).isEmpty();
        assertThat(pool.reason(Signal.USED)).isEqualTo("several series of the page say it, and they differ");
    }

    @Test
    void overOpenTelemetryMicrometerCountsInMilliseconds() {
        Page page = Page.of(
                "hikaricp_connections_acquire_milliseconds_sum{pool=\"orders\"} 500",
                "hikaricp_connections_acquire_milliseconds_count{pool=\"orders\"} 2");

        assertThat(page.pool().get(Signal.WAIT_SECONDS)).hasValue(0.5);
    }

    private static Page buckets(int tenth, int half, int all, int count) {
        String name = "hikaricp_connections_acquire_seconds_bucket{pool=\"orders\",le=\"";
        return PAGE.and(
                name + "0.01\"} " + Math.min(tenth, 100),
                name + "0.1\"} " + half,
                name + "0.5\"} " + all,
                name + "+Inf\"} " + count);
    }
}
