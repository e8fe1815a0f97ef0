package io.poolwright.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.DefaultAggregationSelector;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.InstanceSeen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What OpenTelemetry's own exporter sends is taken as it was meant. */
class OtlpSdkTest {
    private static final Attributes POOL =
            Attributes.of(AttributeKey.stringKey("db.client.connection.pool.name"), "orders");

    private final OtlpIntake intake = new OtlpIntake(Clock.systemUTC());
    private final List<InstanceSeen> seen = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/metrics", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            try {
                OtlpTaken taken = intake.take(body, type);
                seen.addAll(taken.seen());
                byte[] answer = taken.answer(type);
                exchange.getResponseHeaders().add("Content-Type", type);
                exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
            } catch (OtlpException e) {
                exchange.sendResponseHeaders(400, -1);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static Stream<Arguments> exporters() {
        return Stream.of(
                        AggregationTemporalitySelector.alwaysCumulative(),
                        AggregationTemporalitySelector.deltaPreferred())
                .flatMap(temporality -> Stream.of(
                                Aggregation.defaultAggregation(), Aggregation.base2ExponentialBucketHistogram())
                        .map(aggregation -> Arguments.of(temporality, aggregation)));
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void everySignalOfTheNewNamesArrives(AggregationTemporalitySelector temporality, Aggregation histograms) {
        OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint("http://127.0.0.1:%d/v1/metrics"
                        .formatted(server.getAddress().getPort()))
                .setAggregationTemporalitySelector(temporality)
                .setDefaultAggregationSelector(
                        DefaultAggregationSelector.getDefault().with(InstrumentType.HISTOGRAM, histograms))
                .build();
        try (SdkMeterProvider provider = SdkMeterProvider.builder()
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), "shop",
                        AttributeKey.stringKey("service.instance.id"), "shop-1")))
                .registerMetricReader(PeriodicMetricReader.builder(exporter)
                        .setInterval(Duration.ofHours(1))
                        .build())
                .build()) {
            Meter meter = provider.get("test");
            LongUpDownCounter count = upDown(meter, "count");
            upDown(meter, "max").add(10, POOL);
            upDown(meter, "idle.min").add(2, POOL);
            upDown(meter, "pending_requests").add(4, POOL);
            count.add(6, state("used"));
            count.add(3, state("idle"));
            meter.counterBuilder("db.client.connection.timeouts")
                    .setUnit("{timeout}")
                    .build()
                    .add(2, POOL);
            DoubleHistogram wait = seconds(meter, "wait_time");
            wait.record(0.001, POOL);
            seconds(meter, "use_time").record(0.25, POOL);
            seconds(meter, "create_time").record(0.125, POOL);
            provider.forceFlush().join(10, TimeUnit.SECONDS);
            for (int i = 1; i <= 100; i++) {
                wait.record(i / 100.0, POOL); // 10 ms to 1 s, evenly
            }
            provider.forceFlush().join(10, TimeUnit.SECONDS);
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(2);
        assertThat(seen.get(1).service()).isEqualTo("shop");
        assertThat(seen.get(1).instance()).isEqualTo("shop-1");
        Reading pool = seen.get(1).seen().readings().get(0);
        assertThat(pool.pool()).isEqualTo(new PoolId("shop", "shop-1", Tier.POOL, "orders"));
        assertThat(pool.get(Signal.MAX)).hasValue(10);
        assertThat(pool.get(Signal.MIN_IDLE)).hasValue(2);
        assertThat(pool.get(Signal.PENDING)).hasValue(4);
        assertThat(pool.get(Signal.USED)).hasValue(6);
        assertThat(pool.get(Signal.IDLE)).hasValue(3);
        assertThat(pool.get(Signal.TIMEOUTS)).hasValue(2);
        assertThat(pool.get(Signal.WAITS)).hasValue(101);
        assertThat(pool.get(Signal.WAIT_SECONDS).orElseThrow()).isCloseTo(50.501, within(1e-6));
        assertThat(pool.get(Signal.USE_SECONDS)).hasValue(0.25);
        assertThat(pool.get(Signal.USES)).hasValue(1);
        assertThat(pool.get(Signal.CREATE_SECONDS)).hasValue(0.125);
        if (!histograms.equals(Aggregation.defaultAggregation())) {
            assertThat(pool.get(Signal.WAIT_P95).orElseThrow()).isCloseTo(0.95, within(0.05));
        }
    }

    private static LongUpDownCounter upDown(Meter meter, String name) {
        return meter.upDownCounterBuilder("db.client.connection." + name)
                .setUnit("{connection}")
                .build();
    }

    private static DoubleHistogram seconds(Meter meter, String name) {
        return meter.histogramBuilder("db.client.connection." + name)
                .setUnit("s")
                .build();
    }

    private static Attributes state(String state) {
        return POOL.toBuilder().put("db.client.connection.state", state).build();
    }
}
