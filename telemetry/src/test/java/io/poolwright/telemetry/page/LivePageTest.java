package io.poolwright.telemetry.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.ServerSample;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.CollectorContract;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.dialect.Page;
import io.poolwright.telemetry.http.HttpPage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivePageTest extends CollectorContract {
    private Optional<FakeSource> source = Optional.empty();

    @AfterEach
    void close() {
        source.ifPresent(FakeSource::close);
    }

    @Override
    protected Collector<?> answering() {
        return of(FakeSource.page("hikaricp_connections_active{pool=\"a\"} 1\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    protected Collector<?> refused() {
        return live(URI.create("http://127.0.0.1:%d/metrics".formatted(FakeSource.refusingPort())));
    }

    @Override
    protected LivePage of(FakeSource.Script script) {
        close();
        source = Optional.of(FakeSource.onTcp(script));
        return live(source.get().uri("/metrics"));
    }

    @Test
    void aSpringBootPageGivesItsPoolsAndItsInstance() {
        Seen seen = seen("""
                hikaricp_connections{pool="HikariPool-1"} 4
                hikaricp_connections_active{pool="HikariPool-1"} 1
                hikaricp_connections_idle{pool="HikariPool-1"} 3
                hikaricp_connections_max{pool="HikariPool-1"} 10
                hikaricp_connections_pending{pool="HikariPool-1"} 0
                hikaricp_connections_timeout_total{pool="HikariPool-1"} 0
                hikaricp_connections_acquire_seconds_count{pool="HikariPool-1"} 2
                hikaricp_connections_acquire_seconds_sum{pool="HikariPool-1"} 0.5
                hikaricp_connections_acquire_seconds_max{pool="HikariPool-1"} 0.25
                hikaricp_connections_usage_seconds_count{pool="HikariPool-1"} 1
                hikaricp_connections_usage_seconds_sum{pool="HikariPool-1"} 0.5
                hikaricp_connections_usage_seconds_max{pool="HikariPool-1"} 0.5
                hikaricp_connections_creation_seconds_count{pool="HikariPool-1"} 4
                hikaricp_connections_creation_seconds_sum{pool="HikariPool-1"} 0.5
                hikaricp_connections_creation_seconds_max{pool="HikariPool-1"} 0.25
                http_server_requests_seconds_count{status="200",uri="/"} 7
                http_server_requests_seconds_sum{status="200",uri="/"} 0.5
                jvm_threads_live_threads 20
                process_cpu_time_ns_total 4.0E9
                process_start_time_seconds 1.795262598892E9
                system_cpu_count 2
                tomcat_threads_busy_threads{name="http-nio-8080"} 5
                tomcat_threads_current_threads{name="http-nio-8080"} 10
                tomcat_threads_config_max_threads{name="http-nio-8080"} 200
                """);

        assertThat(seen.readings())
                .extracting(Reading::pool)
                .containsExactly(
                        new PoolId("shop", "shop-1", Tier.POOL, "HikariPool-1"),
                        new PoolId("shop", "shop-1", Tier.WORKERS, "http-nio-8080"));
        InstanceSample instance = seen.instance().value().orElseThrow();
        assertThat(instance.version()).isEmpty();
        assertThat(instance.http().value().orElseThrow().workers()).hasValue(200);
        assertThat(instance.http().value().orElseThrow().inFlight()).hasValue(5);
        assertThat(instance.pool().map(PoolSample::max)).isEqualTo(Answer.of(10));
        assertThat(seen.balancer().value()).isEmpty();
        assertThat(seen.notices()).isEmpty();
    }

    @Test
    void aPageWithTomcatJdbcHasAnInstanceWithoutAPoolSample() {
        Seen seen = seen("""
                http_server_requests_seconds_count{status="200",uri="/"} 7
                http_server_requests_seconds_sum{status="200",uri="/"} 0.5
                jdbc_connections_active{name="dataSource"} 3
                jdbc_connections_max{name="dataSource"} 100
                jvm_threads_live_threads 20
                process_start_time_seconds 1.795262598892E9
                """);

        InstanceSample instance = seen.instance().value().orElseThrow();
        assertThat(instance.http().value().orElseThrow().inFlight()).isEmpty();
        assertThat(instance.pool())
                .isEqualTo(Answer.silent("metrics page has no hikaricp_connections_active;"
                        + " jdbc_connections_* tells no waits and no timeouts"));
        Reading pool = seen.readings().get(0);
        assertThat(pool.get(Signal.USED)).hasValue(3);
        assertThat(pool.reason(Signal.WAIT_SECONDS)).contains("spring.datasource.tomcat.jmx-enabled=true");
    }

    @Test
    void aRealSpringBootPageIsReadAsItComes() {
        Seen seen = seen(recorded("spring-boot-4.1.1-hikari.prom"));

        assertThat(seen.readings())
                .extracting(reading ->
                        reading.pool().tier().id() + "/" + reading.pool().name())
                .containsExactly("pool/HikariPool-1"); // no dataSource, and no executor, for it has no limit
        Reading pool = seen.readings().stream()
                .filter(reading -> reading.pool().tier() == Tier.POOL)
                .findFirst()
                .orElseThrow();
        assertThat(pool.get(Signal.MAX)).hasValue(10);
        assertThat(pool.get(Signal.WAITS)).hasValue(11);
        InstanceSample instance = seen.instance().value().orElseThrow();
        assertThat(instance.http().value().orElseThrow().requests()).isEqualTo(10);
        assertThat(instance.http().value().orElseThrow().inFlight()).hasValue(1);
        assertThat(instance.http().value().orElseThrow().workers()).isEmpty(); // no mbeanregistry
        assertThat(instance.pool().map(PoolSample::idle)).isEqualTo(Answer.of(10));
        assertThat(instance.process().value()).isPresent();
    }

    @Test
    void aRealSpringBootPageWithTomcatJdbcIsReadAsItComes() {
        Seen seen = seen(recorded("spring-boot-4.1.1-tomcatjdbc.prom"));

        assertThat(seen.readings())
                .extracting(reading ->
                        reading.pool().tier().id() + "/" + reading.pool().name().replaceAll("[0-9.]+-[0-9]+$", ""))
                .containsExactlyInAnyOrder("pool/dataSource", "workers/http-nio-", "frontend/http-nio-");
        InstanceSample instance = seen.instance().value().orElseThrow();
        assertThat(instance.pool().value()).isEmpty();
        assertThat(instance.http().value().orElseThrow().workers()).hasValue(200);
    }

    @Test
    void haproxysPageIsTheBalancerOfTheBackendThatIsNamed() {
        byte[] page = FakeSource.recorded(Page.class, "haproxy-2.6.12.prom");
        close();
        source = Optional.of(FakeSource.onTcp(FakeSource.page(page)));
        Focus stock = new Focus(Optional.empty(), Optional.of("web"), Optional.of("stock"));

        BalancerSample balancer = live(source.get().uri("/metrics"), stock)
                .collect()
                .value()
                .orElseThrow()
                .balancer()
                .value()
                .orElseThrow();

        assertThat(balancer.product()).isEqualTo("haproxy");
        assertThat(balancer.queue()).isEqualTo(7);
        assertThat(balancer.requests()).isGreaterThanOrEqualTo(40);
        assertThat(balancer.servers()).hasSize(1);
        ServerSample server = balancer.servers().get(0);
        assertThat(server.name()).isEqualTo("stock-1");
        assertThat(server.up()).isTrue();
        assertThat(server.used()).isEqualTo(2);
        assertThat(server.max()).hasValue(2);
    }

    @Test
    void ofSeveralBackendsOneMustBeNamed() {
        Seen seen = seen(new String(FakeSource.recorded(Page.class, "haproxy-2.6.12.prom"), StandardCharsets.UTF_8));

        assertThat(seen.readings()).hasSize(7);
        assertThat(((Answer.Silent<?>) seen.balancer()).reason())
                .isEqualTo("the page has 2 frontends that speak HTTP and none was named");
    }

    @Test
    void aPageOfAnExporterIsNoJvm() {
        Seen seen = seen("""
                process_start_time_seconds 1.795262598892E9
                hikaricp_connections_active{pool="a"} 1
                """);

        assertThat(seen.instance()).isEqualTo(Answer.silent("this target is none"));
    }

    @Test
    void whatIsBeyondALimitIsLeftOutWithANotice() {
        String flood = "x".repeat(9000);

        Seen seen = seen("""
                hikaricp_connections_active{pool="a"} 1
                hikaricp_connections_active{pool="%s"} 1
                """.formatted(flood));

        assertThat(seen.readings()).hasSize(1);
        assertThat(seen.notices().get(0).text())
                .isEqualTo(
                        "1 series of the page are left out: accepted are 50000 series of at most 8192 bytes and 64 labels"
                                + " each");
    }

    @Test
    void aPageOfOtherThingsIsSilence() {
        LivePage page = of(FakeSource.page("go_goroutines 7\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(page.collect().toString()).contains("the page has no metric that is known here");
    }

    private static String recorded(String name) {
        return new String(FakeSource.recorded(LivePageTest.class, name), StandardCharsets.UTF_8);
    }

    private Seen seen(String page) {
        return of(FakeSource.page(page.getBytes(StandardCharsets.UTF_8)))
                .collect()
                .value()
                .orElseThrow();
    }

    private static LivePage live(URI uri) {
        return live(uri, Focus.ANY);
    }

    private static LivePage live(URI uri, Focus focus) {
        return new LivePage(new HttpPage(uri, DEADLINE, LivePage.MOST_BYTES), "shop", "shop-1", focus);
    }
}
