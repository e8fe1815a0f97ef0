package io.poolwright.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OtlpIntakeTest {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROTOBUF = "application/x-protobuf";

    private final OtlpIntake intake =
            new OtlpIntake(Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void theOldNamesAreInMilliseconds() throws OtlpException {
        Reading pool = pool(request(
                metric("db.client.connections.max", "{connections}", gauge(1, 10, "pool.name=orders")),
                metric(
                        "db.client.connections.usage",
                        "{connections}",
                        gauge(1, 7, "pool.name=orders", "state=used"),
                        gauge(1, 2, "pool.name=orders", "state=idle")),
                metric("db.client.connections.wait_time", "ms", histogram(1, 500, "[100,1000]", "[3,1,0]"))));

        assertThat(pool.pool()).isEqualTo(new PoolId("shop", "shop-1", Tier.POOL, "orders"));
        assertThat(pool.get(Signal.MAX)).hasValue(10);
        assertThat(pool.get(Signal.USED)).hasValue(7);
        assertThat(pool.get(Signal.TOTAL)).hasValue(9);
        assertThat(pool.get(Signal.WAIT_SECONDS)).hasValue(0.5);
        assertThat(pool.get(Signal.WAITS)).hasValue(4);
    }

    @Test
    void theUnitDecidesNotTheGenerationOfTheName() throws OtlpException {
        Reading pool =
                pool(request(metric("db.client.connections.wait_time", "s", histogram(1, 0.5, "[0.1,1]", "[3,1,0]"))));

        assertThat(pool.get(Signal.WAIT_SECONDS)).hasValue(0.5);
    }

    @Test
    void bucketsOfTwoCollectionsGiveAPercentile() throws OtlpException {
        String name = "db.client.connections.wait_time";
        pool(request(metric(name, "ms", histogram(1, 500, "[100,1000]", "[3,1,0]"))));

        Reading pool = pool(request(metric(name, "ms", histogram(61, 900, "[100,1000]", "[3,21,0]"))));

        assertThat(pool.get(Signal.WAIT_P95).orElseThrow()).isCloseTo(0.1 + 0.9 * 0.95, within(1e-9));
    }

    @Test
    void aPointThatComesTwiceIsTakenOnce() throws OtlpException {
        String body = request(delta("db.client.connections.timeouts", 5, 3));
        intake.take(bytes(body), JSON);

        assertThat(pool(body).get(Signal.TIMEOUTS)).hasValue(3);
        assertThat(intake.take(bytes(body), JSON).rejected()).isZero();
    }

    @Test
    void deltasAreAddedUp() throws OtlpException {
        pool(request(delta("db.client.connections.timeouts", 5, 3)));

        assertThat(pool(request(delta("db.client.connections.timeouts", 65, 4))).get(Signal.TIMEOUTS))
                .hasValue(7);
    }

    @Test
    void aDeltaThatIsNotSentBecauseNothingHappenedStaysKnown() throws OtlpException {
        pool(request(delta("db.client.connections.timeouts", 5, 3)));

        Reading pool = pool(request(metric("db.client.connections.max", "", gauge(65, 10, "pool.name=orders"))));

        assertThat(pool.get(Signal.TIMEOUTS)).hasValue(3);
    }

    @Test
    void aGaugeThatIsNotSentIsUnknownAgain() throws OtlpException {
        pool(request(metric("db.client.connections.pending_requests", "", gauge(5, 3, "pool.name=orders"))));

        Reading pool = pool(request(metric("db.client.connections.max", "", gauge(65, 10, "pool.name=orders"))));

        assertThat(pool.get(Signal.PENDING)).isEmpty();
    }

    @Test
    void oneCollectionInTwoRequestsIsPutTogether() throws OtlpException {
        pool(request(metric("db.client.connections.pending_requests", "", gauge(5, 3, "pool.name=orders"))));

        Reading pool = pool(request(metric("db.client.connections.max", "", gauge(5, 10, "pool.name=orders"))));

        assertThat(pool.get(Signal.PENDING)).hasValue(3);
        assertThat(pool.get(Signal.MAX)).hasValue(10);
    }

    @Test
    void theChangesOfALevelAreRejectedWithTheReason() throws OtlpException {
        OtlpTaken taken = intake.take(bytes(request("""
                        {"name":"db.client.connections.usage","sum":{"aggregationTemporality":1,"isMonotonic":false,
                        "dataPoints":[{"timeUnixNano":"5","asInt":"1"}]}}""")), JSON);

        assertThat(taken.rejected()).isEqualTo(1);
        assertThat(new String(taken.answer(JSON), StandardCharsets.UTF_8))
                .isEqualTo("{\"partialSuccess\":{\"rejectedDataPoints\":\"1\",\"errorMessage\":"
                        + "\"the changes of a level do not tell the level: send it cumulative\"}}");
    }

    @Test
    void anEmptyRequestIsASuccess() throws OtlpException {
        assertThat(intake.take(new byte[0], PROTOBUF).answer(PROTOBUF)).isEmpty();
        assertThat(new String(intake.take(bytes("{}"), JSON).answer(JSON), StandardCharsets.UTF_8))
                .isEqualTo("{}");
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThatThrownBy(() -> intake.take(bytes("{"), JSON))
                .isInstanceOf(OtlpException.class)
                .hasMessageStartingWith("the body is no JSON");
        assertThatThrownBy(() -> intake.take(new byte[] {1, 2, 3}, PROTOBUF))
                .isInstanceOf(OtlpException.class)
                .hasMessage("the body is no OTLP metrics request in protobuf");
        assertThatThrownBy(() -> intake.take(new byte[0], "text/plain"))
                .isInstanceOf(OtlpException.class)
                .hasMessage("found a body of another type; accepted: application/x-protobuf and application/json");
    }

    @Test
    void aFloodOfStreamsIsBounded() throws OtlpException {
        String points = java.util.stream.IntStream.range(0, 10_050)
                .mapToObj(i -> gauge(1, i, "pool.name=p" + i))
                .collect(Collectors.joining(","));

        OtlpTaken taken = intake.take(bytes(request(metric("db.client.connections.max", "", points))), JSON);

        assertThat(taken.rejected()).isEqualTo(50);
        assertThat(taken.reason()).isEqualTo("more than 10000 streams of one process");
        assertThat(taken.seen().get(0).seen().readings()).hasSize(2000);
        assertThat(taken.seen().get(0).seen().notices()).hasSize(1);
    }

    @Test
    void aBodyOfNothingsIsRefusedBeforeItBecomesObjects() {
        byte[] nothings = new byte[4_000_002]; // a resource without anything in it, two million times
        for (int i = 0; i < nothings.length; i += 2) {
            nothings[i] = 0x0A;
        }
        assertThatThrownBy(() -> intake.take(nothings, PROTOBUF))
                .isInstanceOf(OtlpException.class)
                .hasMessage("the body has more than 2000000 parts, or they are nested too deep");

        String json = "{\"resourceMetrics\":[" + "{},".repeat(2_600_000) + "{}]}";
        assertThatThrownBy(() -> intake.take(bytes(json), JSON)).isInstanceOf(OtlpException.class);
    }

    @Property(tries = 300)
    void anyBytesAreTakenOrRefused(@ForAll byte[] bytes) {
        for (String type : new String[] {JSON, PROTOBUF}) {
            try {
                intake.take(bytes, type);
            } catch (OtlpException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Property(tries = 300)
    void aRequestCutOrChangedAnywhereIsTakenOrRefused(@ForAll int place, @ForAll byte other) {
        byte[] body = bytes(
                request(metric("db.client.connections.wait_time", "ms", histogram(1, 500, "[100,1000]", "[3,1,0]"))));
        byte[] changed = body.clone();
        changed[Math.floorMod(place, body.length)] = other;
        for (byte[] bytes : new byte[][] {changed, Arrays.copyOf(body, Math.floorMod(place, body.length))}) {
            try {
                intake.take(bytes, JSON);
            } catch (OtlpException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private Reading pool(String body) throws OtlpException {
        return intake.take(bytes(body), JSON).seen().get(0).seen().readings().get(0);
    }

    private static String request(String... metrics) {
        return """
                {"resourceMetrics":[{"resource":{"attributes":[
                {"key":"service.name","value":{"stringValue":"shop"}},
                {"key":"service.instance.id","value":{"stringValue":"shop-1"}}]},
                "scopeMetrics":[{"metrics":[%s]}]}]}""".formatted(String.join(",", metrics));
    }

    private static String metric(String name, String unit, String... points) {
        String all = String.join(",", points);
        String kind = all.contains("bucketCounts") ? "histogram" : "gauge";
        return "{\"name\":\"%s\",\"unit\":\"%s\",\"%s\":{\"aggregationTemporality\":2,\"dataPoints\":[%s]}}"
                .formatted(name, unit, kind, all);
    }

    private static String delta(String name, long second, long value) {
        return "{\"name\":\"%s\",\"sum\":{\"aggregationTemporality\":1,\"isMonotonic\":true,\"dataPoints\":[%s]}}"
                .formatted(name, gauge(second, value, "pool.name=orders"));
    }

    private static String gauge(long second, long value, String... attributes) {
        return "{\"timeUnixNano\":\"%d000000000\",\"asInt\":\"%d\",\"attributes\":[%s]}"
                .formatted(second, value, attributes(attributes));
    }

    private static String histogram(long second, double sum, String bounds, String counts) {
        long count = Arrays.stream(counts.substring(1, counts.length() - 1).split(","))
                .mapToLong(Long::parseLong)
                .sum();
        return ("{\"timeUnixNano\":%d000000000,\"count\":\"%d\",\"sum\":%s,\"explicitBounds\":%s,\"bucketCounts\":%s,"
                        + "\"attributes\":[%s]}")
                .formatted(second, count, sum, bounds, counts, attributes("pool.name=orders"));
    }

    private static String attributes(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .map(pair -> "{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}".formatted(pair[0], pair[1]))
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
