package io.poolwright.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.testkit.Source;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SilenceTest {
    /** Hypotheses that have a necessary condition which a source alone can tell. */
    private static final Map<Source, Set<String>> NEEDED = Map.of(
            Source.BALANCER, Set.of("traffic-surge", "retry-storm", "lb-pool-too-small", "pool-too-small"),
            Source.RESENT, Set.of("traffic-surge", "retry-storm"),
            Source.HTTP, Set.of("traffic-surge", "retry-storm", "lb-pool-too-small", "pool-too-small", "app-cpu"),
            Source.POOL,
                    Set.of(
                            "socket-timeout-too-short",
                            "connection-leak",
                            "slow-query",
                            "retry-storm",
                            "pool-too-small",
                            "lb-pool-too-small",
                            "app-cpu"),
            Source.PROCESS, Set.of("app-cpu", "server-overload"),
            Source.DATABASE,
                    Set.of(
                            "socket-timeout-too-short",
                            "server-idle-kill",
                            "lock-contention",
                            "slow-query",
                            "connection-leak",
                            "pool-too-small"),
            Source.SHOP_1, Set.of("server-overload"),
            Source.SHOP_2, Set.of("server-overload"),
            Source.FILES, Set.of());

    /** Hypotheses of which not one necessary condition can be measured without a source. */
    private static final Map<Source, Set<String>> BLIND = Map.of(
            Source.BALANCER, Set.of("traffic-surge"),
            Source.RESENT, Set.of("traffic-surge"),
            Source.HTTP, Set.of("traffic-surge"),
            Source.POOL, Set.of("socket-timeout-too-short", "connection-leak"),
            Source.PROCESS, Set.of("server-overload"),
            Source.DATABASE, Set.of("server-idle-kill", "lock-contention"),
            Source.SHOP_1, Set.of("server-overload"),
            Source.SHOP_2, Set.of("server-overload"),
            Source.FILES, Set.of());

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void whatCannotBeMeasuredIsNeitherCauseNorCleared(MeasuredRun run) {
        for (Source source : Source.values()) {
            List<Diagnosis> said = WholeRunTest.diagnose(
                    run.series().each(second -> second.without(source)).ticks());

            assertThat(said).as("%s", source).allSatisfy(diagnosis -> {
                assertThat(diagnosis.with(Verdict.CAUSE))
                        .extracting(Assessment::id)
                        .doesNotContainAnyElementsOf(NEEDED.get(source));
                assertThat(diagnosis.with(Verdict.CLEARED))
                        .extracting(Assessment::id)
                        .doesNotContainAnyElementsOf(BLIND.get(source));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void oneSilentSourceConvictsNobodyElse(MeasuredRun run) {
        for (Source source : Source.values()) {
            List<Diagnosis> said = WholeRunTest.diagnose(
                    run.series().each(second -> second.without(source)).ticks());

            assertThat(WholeRunTest.stated(said))
                    .as("%s", source)
                    .isSubsetOf(run.cause().stream().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void aSourceThatFallsSilentWithTheOnsetConvictsNobodyElse(MeasuredRun run) {
        for (Source source : Source.values()) {
            List<Diagnosis> said =
                    WholeRunTest.diagnose(fallingSilent(run, Set.of(source)).ticks());

            assertThat(WholeRunTest.stated(said))
                    .as("%s", source)
                    .isSubsetOf(run.cause().stream().toList());
        }
    }

    @Property(tries = 60)
    void noSetOfSilentSourcesLeadsItAstray(
            @ForAll MeasuredRun run, @ForAll Set<Source> silent, @ForAll boolean fromTheOnset) {
        StackSeries series =
                fromTheOnset ? fallingSilent(run, silent) : run.series().each(second -> second.without(silent));

        List<Diagnosis> said = WholeRunTest.diagnose(series.ticks());

        assertThat(WholeRunTest.stated(said)).isSubsetOf(run.cause().stream().toList());
    }

    private static StackSeries fallingSilent(MeasuredRun run, Set<Source> sources) {
        StackSeries whole = run.series();
        return new StackSeries(whole.seconds().subList(0, MeasuredRun.BEFORE))
                .then(MeasuredRun.AFTER, second -> whole.seconds()
                        .get(MeasuredRun.BEFORE + second)
                        .without(sources));
    }
}
