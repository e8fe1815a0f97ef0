package io.poolwright.telemetry.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.model.Answer;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ProcessSample;
import io.poolwright.model.TimerBuckets;
import io.poolwright.model.TimerSample;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.CollectorContract;
import io.poolwright.telemetry.FakeSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmPageTest extends CollectorContract {
    private Optional<FakeSource> source = Optional.empty();

    @AfterEach
    void close() {
        source.ifPresent(FakeSource::close);
    }

    @Override
    protected Collector<?> answering() {
        return of(FakeSource.page(recorded("micrometer-1.17.prom")));
    }

    @Override
    protected Collector<?> refused() {
        return new JvmPage(URI.create("http://127.0.0.1:%d/metrics".formatted(FakeSource.refusingPort())), DEADLINE);
    }

    @Override
    protected JvmPage of(FakeSource.Script script) {
        close();
        source = Optional.of(FakeSource.onTcp(script));
        return new JvmPage(source.get().uri("/metrics"), DEADLINE);
    }

    @ParameterizedTest
    @CsvSource({"micrometer-1.17.prom, 4.03", "micrometer-1.17.openmetrics, 4.08"})
    void readsEverythingThatMicrometerWrites(String name, double cpuSeconds) {
        Answer<InstanceSample> answer = of(FakeSource.page(recorded(name))).collect();

        assertThat(answer)
                .isEqualTo(Answer.of(new InstanceSample(
                        "1.4.2 \"blue\"",
                        Instant.ofEpochMilli(1795262598892L),
                        Answer.of(new HttpSample(
                                123, 1.683, 3, OptionalInt.of(3), OptionalInt.of(32), OptionalLong.of(5))),
                        Answer.of(new PoolSample(
                                "orders",
                                3,
                                1,
                                4,
                                4,
                                0,
                                2,
                                new TimerSample(26, 0.602381936, 0.300637714),
                                new TimerSample(21, 0.74, 0.612),
                                new TimerSample(3, 0.018, 0.008))),
                        Answer.of(new ProcessSample(cpuSeconds, 2)))));
    }

    @Test
    void aMissingMetricSilencesItsGroupAlone() {
        InstanceSample sample = read(without("hikaricp_connections_active{"));

        assertThat(sample.pool()).isEqualTo(Answer.silent("metrics page has no hikaricp_connections_active"));
        assertThat(sample.http()).isInstanceOf(Answer.Answered.class);
        assertThat(sample.process()).isInstanceOf(Answer.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hikaricp_connections_idle",
                "hikaricp_connections",
                "hikaricp_connections_max",
                "hikaricp_connections_pending",
                "hikaricp_connections_timeout_total",
                "hikaricp_connections_acquire_seconds_sum",
                "hikaricp_connections_usage_seconds_count",
                "hikaricp_connections_creation_seconds_max"
            })
    void everyMetricOfThePoolIsNeeded(String metric) {
        assertThat(read(without(metric + "{")).pool()).isEqualTo(Answer.silent("metrics page has no " + metric));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_server_requests_seconds_count", "http_server_requests_seconds_sum"})
    void everyMetricOfTheServerIsNeeded(String metric) {
        assertThat(read(without(metric + "{")).http()).isEqualTo(Answer.silent("metrics page has no " + metric));
    }

    @Test
    void aHistogramOfThePoolIsKept() {
        String page = withUseTimes("0.01", "15.0", "0.05", "20.0", "+Inf", "21.0");

        assertThat(useTime(page).buckets()).hasValue(new TimerBuckets(List.of(0.01, 0.05), List.of(15L, 20L)));
    }

    @Test
    void theHistogramOfAnotherPoolIsNotThisOnes() {
        String page =
                withUseTimes("0.01", "15.0", "+Inf", "21.0").replace("_bucket{pool=\"orders\"", "_bucket{pool=\"x\"");

        assertThat(useTime(page).buckets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16.0, 15.0", "NaN, 15.0", "1.0, +Inf"})
    void aHistogramThatIsNoneIsLeftOut(String first, String second) {
        TimerSample timer = useTime(withUseTimes("0.01", first, "0.05", second, "+Inf", "21.0"));

        assertThat(timer).isEqualTo(new TimerSample(21, 0.74, 0.612));
    }

    @Test
    void aHistogramWithoutFiniteBoundsTellsNothing() {
        assertThat(useTime(withUseTimes("+Inf", "21.0")).buckets()).isEmpty();
    }

    @Test
    void whatIsOptionalIsAbsentNotZero() {
        HttpSample http = read(without("executor_pool").replaceAll("(?m)^http_server_requests_resent.*\n", ""))
                .http()
                .value()
                .orElseThrow();

        assertThat(http.workers()).isEmpty();
        assertThat(http.resent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"_gcount", "_active_count"})
    void requestsInFlightHaveThreeNames(String suffix) {
        String page = page().replace("_active_seconds_count{", "_active_seconds" + suffix + "{");

        assertThat(read(page).http().value().orElseThrow().inFlight()).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"-1.0", "NaN", "+Inf"})
    void whatIsNoNumberIsSilence(String value) {
        String page = page().replace(
                        "hikaricp_connections_max{pool=\"orders\"} 4.0",
                        "hikaricp_connections_max{pool=\"orders\"} " + value);

        assertThat(read(page).pool().value()).isEmpty();
        assertThat(read(page).pool().toString())
                .contains("hikaricp_connections_max")
                .contains("which is no number");
    }

    @Test
    void cpuTimeMayBeInSeconds() {
        String page = page().replace("process_cpu_time_ns_total 4.03E9", "process_cpu_seconds_total 4.5");

        assertThat(read(page).process()).isEqualTo(Answer.of(new ProcessSample(4.5, 2)));
    }

    @Test
    void aPageWithoutAStartTimeIsNoInstance() {
        assertThat(of(FakeSource.page("up 1\n".getBytes(StandardCharsets.UTF_8)))
                        .collect())
                .isEqualTo(Answer.silent("metrics page has no process_start_time_seconds"));
    }

    @Test
    void oneOfSeveralPoolsMustBeNamed() {
        String page = page()
                + page().lines()
                        .filter(line -> line.startsWith("hikaricp"))
                        .map(line -> line.replace("orders", "stock").replace(" 4.0", " 9.0"))
                        .reduce("", (all, line) -> all + line + "\n");

        assertThat(read(page).pool())
                .isEqualTo(Answer.silent("metrics page has several pools (orders, stock) and none was named"));
        assertThat(read(page, Optional.of("stock")).pool().value().orElseThrow().max())
                .isEqualTo(9);
        assertThat(read(page, Optional.of("cart")).pool())
                .isEqualTo(Answer.silent("metrics page has no pool 'cart', only orders, stock"));
    }

    @Test
    void onlyHttpIsAccepted() {
        assertThatThrownBy(() -> new JvmPage(URI.create("ftp://localhost/metrics"), DEADLINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("found 'ftp://localhost/metrics'; accepted: an HTTP address; "
                        + "write: http://localhost:8080/metrics");
    }

    private InstanceSample read(String page) {
        return read(page, Optional.empty());
    }

    private InstanceSample read(String page, Optional<String> pool) {
        close();
        source = Optional.of(FakeSource.onTcp(FakeSource.page(page.getBytes(StandardCharsets.UTF_8))));
        return new JvmPage(source.get().uri("/metrics"), DEADLINE, pool)
                .collect()
                .value()
                .orElseThrow();
    }

    private static String without(String start) {
        return page().lines().filter(line -> !line.startsWith(start)).reduce("", (all, line) -> all + line + "\n");
    }

    private static String page() {
        return new String(recorded("micrometer-1.17.prom"), StandardCharsets.UTF_8);
    }

    private static byte[] recorded(String name) {
        return FakeSource.recorded(JvmPageTest.class, name);
    }

    private TimerSample useTime(String page) {
        return read(page).pool().value().orElseThrow().useTime();
    }

    private static String withUseTimes(String... boundsAndCounts) {
        StringBuilder page = new StringBuilder(page());
        for (int i = 0; i < boundsAndCounts.length; i += 2) {
            page.append("hikaricp_connections_usage_seconds_bucket{pool=\"orders\",le=\"%s\"} %s\n"
                    .formatted(boundsAndCounts[i], boundsAndCounts[i + 1]));
        }
        return page.toString();
    }
}
