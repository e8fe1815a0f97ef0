package io.poolwright.telemetry.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.poolwright.model.Answer;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.CollectorContract;
import io.poolwright.telemetry.FakeSource;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.http.Authorization;
import io.poolwright.telemetry.http.TargetPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromSourceTest extends CollectorContract {
    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private final List<String> queries = new ArrayList<>();
    private Optional<FakeSource> source = Optional.empty();
    private Optional<HttpServer> prometheus = Optional.empty();
    private String scrapedAt = "1795262598.5";

    @AfterEach
    void close() {
        source.ifPresent(FakeSource::close);
        prometheus.ifPresent(server -> server.stop(0));
    }

    @Override
    protected Collector<?> answering() {
        return of(FakeSource.page(EMPTY.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    protected Collector<?> refused() {
        return at(URI.create("http://127.0.0.1:%d".formatted(FakeSource.refusingPort())), "");
    }

    @Override
    protected Collector<?> of(FakeSource.Script script) {
        source.ifPresent(FakeSource::close);
        source = Optional.of(FakeSource.onTcp(script));
        return at(source.get().uri(""), "");
    }

    @Test
    void jobAndInstanceNameServiceAndInstance() throws IOException {
        PromSource source = at(prometheus(), "");

        List<InstanceSeen> seen = source.collect().value().orElseThrow();

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).at()).isEqualTo(Instant.ofEpochMilli(1795262598500L));
        Reading pool = seen.get(0).seen().readings().get(0);
        assertThat(pool.pool()).isEqualTo(new PoolId("shop", "10.0.0.1:8080", Tier.POOL, "orders"));
        assertThat(pool.get(Signal.USED)).hasValue(3);
        assertThat(pool.get(Signal.MAX)).isEmpty(); // the page says NaN
    }

    @Test
    void aProcessIsToldOnceForEachScrape() throws IOException {
        PromSource source = at(prometheus(), "");

        assertThat(source.collect().value().orElseThrow()).hasSize(1);
        assertThat(source.collect().value().orElseThrow()).isEmpty();
        scrapedAt = "1795262613.5";
        assertThat(source.collect().value().orElseThrow()).hasSize(1);
    }

    @Test
    void bothQueriesAreOfOneMomentAndOfTheMatchedOnly() throws IOException {
        at(prometheus(), "env=\"prod\"").collect();

        assertThat(queries).hasSize(2).allSatisfy(query -> assertThat(query).startsWith("time=1795262598.000&"));
        assertThat(queries.get(0)).endsWith("=max by (job, instance) (timestamp(up))");
        assertThat(queries.get(1)).contains("hikaricp_connections|").endsWith(",env=\"prod\"}");
    }

    @Test
    void aFailedQueryIsSilence() {
        Collector<?> source = of(FakeSource.page(
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"x\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(((Answer.Silent<?>) source.collect()).reason()).endsWith(": the query failed");
    }

    @Property(tries = 300)
    void anyAnswerIsReadOrRefused(@ForAll String text, @ForAll int place) {
        String whole = EMPTY.replace("[]", "[{\"metric\":{\"__name__\":\"a\"},\"value\":[1,\"2\"]}]");
        int cut = Math.floorMod(place, whole.length());
        for (String body : new String[] {text, whole.substring(0, cut), whole.substring(0, cut) + text}) {
            try {
                Samples.read(body.getBytes(StandardCharsets.UTF_8), 10);
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private URI prometheus() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/prom/api/v1/query", exchange -> {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            queries.add(query);
            byte[] body = answer(query).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        prometheus = Optional.of(server);
        return URI.create(
                "http://127.0.0.1:%d/prom/".formatted(server.getAddress().getPort()));
    }

    private String answer(String query) {
        String who = "\"job\":\"shop\",\"instance\":\"10.0.0.1:8080\"";
        String result = query.contains("timestamp")
                ? "{\"metric\":{%s},\"value\":[1795262600,\"%s\"]}".formatted(who, scrapedAt)
                : """
                {"metric":{"__name__":"hikaricp_connections_active",%1$s,"pool":"orders"},"value":[1795262600,"3"]},
                {"metric":{"__name__":"hikaricp_connections_max",%1$s,"pool":"orders"},"value":[1795262600,"NaN"]}""".formatted(who);
        return EMPTY.replace("[]", "[" + result + "]");
    }

    private static PromSource at(URI uri, String matching) {
        return new PromSource(
                uri,
                matching,
                DEADLINE,
                TargetPolicy.WRITTEN_DOWN,
                Authorization.none(),
                Clock.fixed(Instant.parse("2026-11-21T12:03:20Z"), ZoneOffset.UTC));
    }
}
