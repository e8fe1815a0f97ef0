package io.poolwright.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.Views;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTextTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:11Z");
    private static final Style PLAIN = new Style(false, false);

    @Test
    void saysTheVerdictAndEveryPoolInPlainText() {
        List<String> lines = new WatchText(PLAIN, 120, ZoneOffset.ofHours(2)).of(trouble());

        assertThat(lines)
                .containsExactly(
                        "poolwright watch / prod   UTC 14:02:11 (16:02 local)   3 pools in 2 services",
                        "! orders: HikariPool-1: callers give up waiting since 13:58 UTC",
                        "  cause: cannot tell yet; next: compare use time and throughput of the pool with the time before it began",
                        "",
                        "  service       pool                                used of limit   share waiting    wait t/o min",
                        "! orders        pool HikariPool-1                   ###########|##  100 %      24  940 ms      31",
                        "                 callers give up waiting since 13:58 UTC",
                        "?               pooler pgb                          ??????????????      ?       ?       ?       -",
                        "                 no signal: connection refused since 13:40 UTC",
                        "  edge          frontend https-in                   #########..|..   61 %       -       -       -",
                        "  ? 1 blind spot");
    }

    @Test
    void fitsIntoEightyColumns() {
        List<String> lines = new WatchText(PLAIN, 80, ZoneOffset.UTC).of(trouble());

        assertThat(lines.subList(4, lines.size()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void noControlCharacterOfASourceReachesTheTerminal() {
        PoolId evil = new PoolId("a\u001b[2J", "", Tier.POOL, "b\u0007\r\nc");
        Overview overview = Views.overview(
                NOW, "", List.of(PoolState.silent(evil, "x\u001b]0;y", Optional.empty(), List.of())), List.of());

        assertThat(String.join("", new WatchText(PLAIN, 120, ZoneOffset.UTC).of(overview)))
                .doesNotContain("\u001b", "\u0007", "\r", "\n");
    }

    @Test
    void colourAddsNothingThatTheTextDoesNotSay() {
        String coloured = String.join("\n", new WatchText(new Style(true, true), 120, ZoneOffset.UTC).of(trouble()));
        String plain = String.join("\n", new WatchText(new Style(false, true), 120, ZoneOffset.UTC).of(trouble()));

        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
        assertThat(coloured).isNotEqualTo(plain);
    }

    @Test
    void aPipeGetsALineOnlyWhenSomethingIsDifferent() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WatchNews news = new WatchNews(new PrintStream(bytes, true, StandardCharsets.UTF_8), PLAIN);

        news.draw(calm());
        news.draw(calm());
        news.draw(trouble());
        news.draw(trouble());
        news.draw(calm());

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "14:02:11  verdict  No alert fires and no pool is past its load line.",
                        "14:02:11  verdict  orders: HikariPool-1: callers give up waiting",
                        "14:02:11  over     orders pool HikariPool-1: over its limit; callers give up waiting",
                        "14:02:11  blind    orders pooler pgb: blind spot; no signal: connection refused",
                        "14:02:11  verdict  No alert fires and no pool is past its load line.",
                        "14:02:11  gone     orders pool HikariPool-1: no longer watched",
                        "14:02:11  gone     orders pooler pgb: no longer watched");
    }

    @Test
    void jsonSaysNullForWhatIsNotKnown() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new WatchJson(new PrintStream(bytes, true, StandardCharsets.UTF_8)).draw(trouble());

        JsonNode look = new ObjectMapper().readTree(bytes.toByteArray());

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(look.at("/version").intValue()).isEqualTo(1);
        assertThat(look.at("/headline/state").textValue()).isEqualTo("over");
        assertThat(look.at("/headline/cause").isNull()).isTrue();
        assertThat(look.at("/pools/0/timeoutsPerMinute").doubleValue()).isEqualTo(31.2);
        assertThat(look.at("/pools/1/used").isNull()).isTrue();
        assertThat(look.at("/pools/1/state").textValue()).isEqualTo("blind");
        assertThat(look.at("/blindSpots/0/reason").textValue()).isEqualTo("no signal: connection refused");
    }

    @Test
    void aLowWindowCountsWhatItCannotShow() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new WatchTable(new PrintStream(bytes, true, StandardCharsets.UTF_8), PLAIN, 100, 6, ZoneOffset.UTC)
                .draw(trouble());

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(5)
                .last()
                .asString()
                .isEqualTo("  7 more lines; the window is too low");
    }

    private static Overview trouble() {
        Firing firing = new Firing(
                "pool-timing-out", Level.CRITICAL, "callers give up waiting", "31 a minute", NOW.minusSeconds(240));
        return Views.overview(
                NOW,
                "prod",
                List.of(
                        frontend(),
                        pool(
                                new PoolId("orders", "", Tier.POOL, "HikariPool-1"),
                                Map.of(
                                        Measure.USED,
                                        20.0,
                                        Measure.MAX,
                                        20.0,
                                        Measure.PENDING,
                                        24.0,
                                        Measure.WAIT_MEAN,
                                        0.94,
                                        Measure.TIMEOUTS,
                                        0.52),
                                firing),
                        PoolState.silent(
                                new PoolId("orders", "", Tier.POOLER, "pgb"),
                                "connection refused",
                                Optional.of(NOW.minusSeconds(1320)),
                                List.of())),
                List.of());
    }

    private static Overview calm() {
        return Views.overview(NOW, "prod", List.of(frontend()), List.of());
    }

    private static PoolState frontend() {
        return pool(new PoolId("edge", "", Tier.FRONTEND, "https-in"), Map.of(Measure.USED, 61.0, Measure.MAX, 100.0));
    }

    private static PoolState pool(PoolId id, Map<Measure, Double> known, Firing... firing) {
        double[] values = Measures.unknown();
        known.forEach((measure, value) -> values[measure.ordinal()] = value);
        Measures measures = Measures.owning(values);
        return PoolState.answered(
                Reading.of(id).set(Signal.USED, measures.raw(Measure.USED)).build(),
                measures,
                measures,
                List.of(firing));
    }
}
