package io.poolwright.detect.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.detect.Alert;
import io.poolwright.detect.Detector;
import io.poolwright.detect.Detectors;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class GroupingTest {
    private static PoolAlert alert(
            String detector, Tier tier, String name, String instance, Severity severity, int minute) {
        return new PoolAlert(
                detector,
                new PoolId("shop", instance, tier, name),
                severity,
                detector + " title",
                "so it is: " + detector,
                Story.START.plusSeconds(60L * minute),
                0,
                0,
                "",
                "");
    }

    private static PoolAlert alert(String detector, Tier tier, String name, int minute) {
        return alert(detector, tier, name, "a:1", Severity.CRITICAL, minute);
    }

    private static Alert stack(String detector, int minute) {
        return new Alert(detector, detector + " title", "text", Story.START.plusSeconds(60L * minute));
    }

    private static List<Trouble> fold(List<PoolAlert> pools, Alert... stack) {
        return Grouping.fold("shop", pools, List.of(stack));
    }

    @Test
    void aFullPoolExplainsBusyWorkersAndTheBalancersQueue() {
        List<Trouble> troubles = fold(
                List.of(
                        alert("balancer-server-queue", Tier.SERVER, "shop/shop-1", 0),
                        alert("pool-past-load-line", Tier.WORKERS, "http", 1),
                        alert("pool-timing-out", Tier.POOL, "orders", 1),
                        alert("pool-past-load-line", Tier.POOL, "orders", 2)),
                stack("error-ratio", 2));

        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0).lead().detector()).isEqualTo("pool-past-load-line");
        assertThat(troubles.get(0).lead().pool().map(PoolId::tier)).hasValue(Tier.POOL);
        assertThat(troubles.get(0).others())
                .extracting(Symptom::detector)
                .containsExactly("pool-timing-out", "pool-past-load-line", "balancer-server-queue", "error-ratio");
        assertThat(troubles.get(0).since()).isEqualTo(Story.START);
    }

    @Test
    void aLeakLeadsWhatElseFiresOnItsPool() {
        List<Trouble> troubles = fold(List.of(
                alert("pool-wait-eats-budget", Tier.POOL, "orders", 0),
                alert("pool-exhaustion-ahead", Tier.POOL, "orders", 0),
                alert("pool-leak-suspected", Tier.POOL, "orders", 3)));

        assertThat(troubles).extracting(it -> it.lead().detector()).containsExactly("pool-leak-suspected");
    }

    @Test
    void theSamePoolOfEveryInstanceIsOneTrouble() {
        List<Trouble> troubles = fold(List.of(
                alert("pool-timing-out", Tier.POOL, "orders", "a:1", Severity.WARNING, 0),
                alert("pool-timing-out", Tier.POOL, "orders", "b:1", Severity.CRITICAL, 1)));

        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void twoPoolsSideBySideAreTwoTroublesUnlessTheirDatabaseExplainsBoth() {
        PoolAlert one = alert("pool-timing-out", Tier.POOL, "orders", 0);
        PoolAlert other = alert("pool-timing-out", Tier.POOL, "audit", 0);

        assertThat(fold(List.of(one, other))).hasSize(2);
        assertThat(fold(List.of(one, other), stack("lock-pile-up", 1))).hasSize(1);
    }

    @Test
    void aQueueThatWasThereLongBeforeIsAnotherMatter() {
        PoolAlert queue = alert("balancer-server-queue", Tier.SERVER, "shop/shop-1", 0);

        assertThat(fold(List.of(queue, alert("pool-timing-out", Tier.POOL, "orders", 10))))
                .hasSize(1);
        assertThat(fold(List.of(queue, alert("pool-timing-out", Tier.POOL, "orders", 11))))
                .hasSize(2);
    }

    @Test
    void whatHoldsNobodyUpExplainsNothing() {
        PoolAlert queue = alert("balancer-server-queue", Tier.SERVER, "shop/shop-1", 0);

        assertThat(fold(List.of(queue, alert("pool-connection-churn", Tier.POOL, "orders", 0))))
                .hasSize(2);
        assertThat(fold(List.of(queue, alert("pool-exhaustion-ahead", Tier.POOL, "orders", 0))))
                .hasSize(2);
    }

    @Test
    void aDatabaseThatHasSlotsLeftExplainsNothing() {
        PoolAlert pool = alert("pool-timing-out", Tier.POOL, "orders", 0);

        assertThat(fold(List.of(pool, alert("database-slots-short", Tier.DATABASE, "db", "", Severity.WARNING, 0))))
                .hasSize(2);
        assertThat(fold(List.of(pool, alert("database-slots-short", Tier.DATABASE, "db", "", Severity.CRITICAL, 0))))
                .hasSize(1);
    }

    @Test
    void callsToAnotherServiceDoNotPassTheDatabase() {
        PoolAlert client = alert("pool-timing-out", Tier.HTTP_CLIENT, "payments", 0);

        assertThat(fold(List.of(client, alert("pool-timing-out", Tier.POOL, "orders", 0))))
                .hasSize(2);
        assertThat(fold(List.of(client, alert("pool-past-load-line", Tier.WORKERS, "http", 0))))
                .hasSize(1);
    }

    @Test
    void aSilentSourceIsOneTroubleForAllItsPoolsAndExplainsNothing() {
        List<Trouble> troubles = fold(List.of(
                alert("pool-blind", Tier.POOL, "orders", "a:1", Severity.WARNING, 0),
                alert("pool-blind", Tier.WORKERS, "http", "a:1", Severity.WARNING, 0),
                alert("pool-blind", Tier.POOL, "orders", "b:1", Severity.WARNING, 0),
                alert("balancer-server-queue", Tier.SERVER, "shop/shop-1", 0)));

        assertThat(troubles).hasSize(3);
    }

    @Test
    void theServersOfABackendAndItsOwnLineAreOneTrouble() {
        assertThat(fold(List.of(
                        alert("balancer-server-queue", Tier.SERVER, "shop", 0),
                        alert("balancer-server-queue", Tier.SERVER, "shop/shop-1", 0),
                        alert("balancer-server-queue", Tier.SERVER, "shop/shop-2", 0))))
                .hasSize(1);
        assertThat(fold(List.of(
                        alert("balancer-server-queue", Tier.SERVER, "shop/a", 0),
                        alert("balancer-server-queue", Tier.SERVER, "search/a", 0))))
                .hasSize(2);
    }

    @Test
    void nothingIsNoTrouble() {
        assertThat(fold(List.of())).isEmpty();
    }

    @Test
    void everyDetectorHasAPlace() {
        List<String> all =
                new ArrayList<>(Detectors.all().stream().map(Detector::id).toList());
        PoolDetectors.all().forEach(it -> all.add(it.id()));
        all.removeAll(List.of("pool-blind", "blind-spot"));

        assertThat(Place.detectors()).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Nothing is lost, nothing is told twice, and the order of what comes in does not matter. */
    @Property(tries = 300)
    void everySymptomIsInExactlyOneTrouble(@ForAll long seed) {
        Random random = new Random(seed);
        List<PoolAlert> pools = new ArrayList<>();
        List<PoolDetector> detectors = PoolDetectors.all();
        for (int i = random.nextInt(12); i > 0; i--) {
            pools.add(alert(
                    detectors.get(random.nextInt(detectors.size())).id(),
                    Tier.values()[random.nextInt(Tier.values().length)],
                    "p" + random.nextInt(3),
                    "i" + i,
                    Severity.values()[random.nextInt(3)],
                    random.nextInt(30)));
        }
        List<Alert> stack = new ArrayList<>();
        Detectors.all().stream()
                .filter(it -> random.nextInt(5) == 0)
                .forEach(it -> stack.add(stack(it.id(), random.nextInt(30))));

        List<Trouble> troubles = Grouping.fold("shop", pools, stack);
        List<PoolAlert> shuffled = new ArrayList<>(pools);
        Collections.shuffle(shuffled, random);

        assertThat(troubles.stream().flatMap(Trouble::symptoms))
                .hasSize(pools.size() + stack.size())
                .doesNotHaveDuplicates();
        assertThat(Grouping.fold("shop", shuffled, stack).stream()
                        .map(it -> it.symptoms().collect(Collectors.toSet())))
                .containsExactlyInAnyOrderElementsOf(troubles.stream()
                        .map(it -> it.symptoms().collect(Collectors.toSet()))
                        .toList());
    }
}
