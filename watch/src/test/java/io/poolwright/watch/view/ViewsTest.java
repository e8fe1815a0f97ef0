package io.poolwright.watch.view;

import static io.poolwright.watch.view.Pools.NOW;
import static io.poolwright.watch.view.Pools.firing;
import static io.poolwright.watch.view.Pools.id;
import static io.poolwright.watch.view.Pools.measures;
import static io.poolwright.watch.view.Pools.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Evidence;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
    private static final PoolId ORDERS = id("orders", Tier.POOL, "HikariPool-1");

    @ParameterizedTest
    @CsvSource({"16.9, CALM", "17, NEAR", "20, NEAR"})
    void theLoadLineIsEightyFivePercent(double used, State state) {
        assertThat(row(pool(ORDERS, used, 20)).state()).isEqualTo(state);
    }

    @Test
    void onlyAnAlertMakesAPoolOver() {
        assertThat(row(pool(ORDERS, 20, 20, firing("pool-timing-out", Level.CRITICAL, "callers give up")))
                        .state())
                .isEqualTo(State.OVER);
        assertThat(row(pool(ORDERS, 2, 20, firing("pool-connection-churn", Level.INFO, "churn")))
                        .state())
                .isEqualTo(State.NEAR);
    }

    @Test
    void aSilentPoolIsABlindSpotAndNeverZero() {
        PoolState silent = PoolState.silent(
                ORDERS,
                "connection refused",
                Optional.of(NOW.minusSeconds(60)),
                List.of(firing("pool-blind", Level.WARNING, "cannot be seen")));

        PoolRow row = row(silent);

        assertThat(row.state()).isEqualTo(State.BLIND);
        assertThat(row.used()).isEqualTo(Cell.unknown("connection refused"));
        assertThat(row.timeouts().text(Double::toString)).isEqualTo("?");
        assertThat(row.note()).isEqualTo("no signal: connection refused");
        assertThat(row.since()).contains(NOW.minusSeconds(60));
    }

    @Test
    void anUnknownLimitIsABlindSpotThatSaysWhy() {
        Reading reading = Reading.of(ORDERS)
                .set(Signal.USED, 3)
                .because(Signal.MAX, "the driver's page has no limit; read it over JMX")
                .build();
        PoolState pool = PoolState.answered(
                reading, measures(Map.of(Measure.USED, 3.0)), measures(Map.of(Measure.USED, 3.0)), List.of());

        PoolRow row = row(pool);

        assertThat(row.state()).isEqualTo(State.BLIND);
        assertThat(row.note()).isEqualTo("limit unknown: the driver's page has no limit; read it over JMX");
        assertThat(row.share().known()).isFalse();
    }

    @Test
    void whatALayerCannotHaveIsNotUnknown() {
        PoolId slots = id("orders", Tier.DATABASE, "orders");
        Measures now = measures(Map.of(Measure.USED, 44.0, Measure.MAX, 100.0));
        PoolState pool = PoolState.answered(
                Reading.of(slots).set(Signal.USED, 44).set(Signal.MAX, 100).build(), now, now, List.of());

        assertThat(row(pool).waitTime()).isEqualTo(Cell.notOffered("Client slots have no mean wait"));
        assertThat(row(pool).timeouts().text(Double::toString)).isEqualTo("–");
    }

    @Test
    void withoutRequestsThereIsNoWaitToTell() {
        Measures now = measures(Map.of(Measure.USED, 0.0, Measure.MAX, 10.0, Measure.THROUGHPUT, 0.0));
        PoolState idle = PoolState.answered(
                Reading.of(ORDERS).set(Signal.USED, 0).set(Signal.WAITS, 7).build(), now, now, List.of());

        assertThat(row(idle).waitTime()).isInstanceOf(Cell.NotOffered.class);
        assertThat(row(idle).timeouts()).isInstanceOf(Cell.Unknown.class);
    }

    @Test
    void theWorstServiceComesFirstAndItsLinesInRequestOrder() {
        Overview overview = overview(
                pool(id("billing", Tier.POOL, "b"), 1, 10),
                pool(id("orders", Tier.DATABASE, "pg"), 44, 100),
                pool(ORDERS, 20, 20, firing("pool-timing-out", Level.CRITICAL, "callers give up")),
                pool(id("orders", Tier.SERVER, "shop"), 2, 10),
                pool(id("edge", Tier.FRONTEND, "www"), 90, 100));

        assertThat(overview.services()).extracting(ServiceRows::service).containsExactly("orders", "edge", "billing");
        assertThat(overview.services().get(0).rows())
                .extracting(row -> row.pool().tier())
                .containsExactly(Tier.SERVER, Tier.POOL, Tier.DATABASE);
        assertThat(overview.headline().where()).isEqualTo("HikariPool-1: callers give up");
        assertThat(overview.headline().service()).isEqualTo("orders");
        assertThat(overview.headline().cause()).isEmpty();
        assertThat(overview.headline().next()).isNotEmpty();
        assertThat(overview.pools()).isEqualTo(5);
    }

    @Test
    void copiesOfAPoolAreOneLineThatOfTheWorst() {
        PoolState a = pool(new PoolId("orders", "a", Tier.POOL, "p"), 3, 20);
        PoolState b = pool(new PoolId("orders", "b", Tier.POOL, "p"), 19, 20);
        PoolState c =
                PoolState.silent(new PoolId("orders", "c", Tier.POOL, "p"), "refused", Optional.empty(), List.of());

        assertThat(overview(a, b).rows()).singleElement().satisfies(row -> {
            assertThat(row.pool().instance()).isEqualTo("b");
            assertThat(row.instances()).isEqualTo(2);
        });
        Overview withBlind = overview(a, b, c);
        assertThat(withBlind.rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.BLIND);
            assertThat(row.instances()).isEqualTo(3);
            assertThat(row.note()).isEqualTo("no signal: refused; 1 of 3 copies cannot be judged");
        });
        assertThat(withBlind.blindSpots()).hasSize(1);
    }

    @Test
    void calmLinesAreFolded() {
        Overview overview = overview(
                pool(id("billing", Tier.POOL, "a"), 1, 10),
                pool(id("billing", Tier.POOL, "b"), 5, 10),
                pool(id("billing", Tier.POOL, "c"), 2, 10));

        assertThat(overview.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.pool().name()).isEqualTo("b"));
        assertThat(overview.quiet()).isEqualTo(2);
        assertThat(overview.headline().where()).isEqualTo("No alert fires and no pool is past its load line.");
    }

    @Test
    void calmIsNeverClaimedOfWhatIsNotSeen() {
        PoolState silent = PoolState.silent(ORDERS, "refused", Optional.empty(), List.of());

        assertThat(overview().headline().where()).isEqualTo("Nothing is watched yet, so nothing is known.");
        assertThat(overview(silent).headline().where()).isEqualTo("No pool can be seen, so nothing is known.");
        assertThat(overview(silent, pool(id("billing", Tier.POOL, "b"), 1, 10))
                        .headline()
                        .where())
                .isEqualTo("No alert fires and no pool is past its load line; 1 pool cannot be judged.");
    }

    @Test
    void aServiceOfWhichNoPoolIsSeenIsNotForgotten() {
        Firing silent = new Firing("target-silent", Level.WARNING, "Target orders-1 is silent", "refused", NOW);
        ServiceState orders =
                new ServiceState("orders", Optional.empty(), List.of(new Trouble(Optional.empty(), silent, List.of())));

        Overview overview = Views.overview(NOW, "prod", List.of(), List.of(orders));

        assertThat(overview.services()).singleElement().satisfies(group -> {
            assertThat(group.state()).isEqualTo(State.BLIND);
            assertThat(group.rows()).isEmpty();
        });
        assertThat(overview.headline().state()).isEqualTo(State.BLIND);
        assertThat(overview.headline().where()).isEqualTo("Target orders-1 is silent");
        assertThat(overview.headline().links()).extracting(Headline.Link::path).containsExactly("/targets");
    }

    @Test
    void aServiceWithASilentTargetStillShowsThePoolThatIsSeen() {
        Firing silent = new Firing("target-silent", Level.WARNING, "Target pgb is silent", "refused", NOW);
        ServiceState orders =
                new ServiceState("orders", Optional.empty(), List.of(new Trouble(Optional.empty(), silent, List.of())));

        Overview overview = Views.overview(NOW, "prod", List.of(pool(ORDERS, 7, 10)), List.of(orders));

        assertThat(overview.rows()).singleElement().satisfies(row -> assertThat(row.state())
                .isEqualTo(State.CALM));
        assertThat(overview.headline().state()).isEqualTo(State.BLIND);
    }

    @Test
    void aStatedCauseIsNamedWithItsConfidenceAndItsChange() {
        PoolState full = pool(ORDERS, 20, 20, firing("pool-timing-out", Level.CRITICAL, "callers give up"));

        Headline headline = Views.overview(
                        NOW,
                        "prod",
                        List.of(full),
                        List.of(new ServiceState("orders", Optional.of(stated(23)), List.of())))
                .headline();

        assertThat(headline.cause()).contains("wait limit shorter than the use time");
        assertThat(headline.confidence()).isEqualTo("high");
        assertThat(headline.change()).isEqualTo("connectionTimeout: 1 s → 5 s");
        assertThat(headline.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, high", "19.9, medium", "10, medium", "9.9, low"})
    void confidenceFollowsTheWeightOfTheEvidence(double decibans, String confidence) {
        PoolState full = pool(ORDERS, 20, 20, firing("pool-timing-out", Level.CRITICAL, "callers give up"));
        ServiceState orders = new ServiceState("orders", Optional.of(stated(decibans)), List.of());

        assertThat(Views.overview(NOW, "prod", List.of(full), List.of(orders))
                        .headline()
                        .confidence())
                .isEqualTo(confidence);
    }

    private static Diagnosis stated(double decibans) {
        return new Diagnosis(
                NOW,
                List.of(),
                List.of(new Assessment(
                        "acquire-timeout-too-short",
                        "wait limit shorter than the use time",
                        Verdict.CAUSE,
                        decibans,
                        List.of(new Evidence(Evidence.Side.FOR, "wait limit 1 s < p95 use 1.4 s", decibans)))),
                Optional.of(new RootCause(
                        "acquire-timeout-too-short",
                        "wait limit shorter than the use time",
                        NOW,
                        Optional.of(new Remedy("connectionTimeout", "application.yaml:14", "1 s", "5 s", "twice p95")),
                        Optional.empty())),
                List.of());
    }

    private static PoolRow row(PoolState pool) {
        return overview(pool).services().get(0).rows().get(0);
    }

    private static Overview overview(PoolState... pools) {
        return Views.overview(NOW, "prod", List.of(pools), List.of());
    }
}
