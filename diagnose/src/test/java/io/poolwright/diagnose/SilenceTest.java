package io.poolwright.diagnose;

import static java.util.Map.entry;
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
    private static final Map<Source, Set<String>> NEEDED = Map.ofEntries(
            entry(Source.BALANCER, Set.of("traffic-surge", "retry-storm", "lb-pool-too-small", "pool-too-small")),
            entry(Source.RESENT, Set.of("traffic-surge", "retry-storm")),
            entry(
                    Source.HTTP,
                    Set.of("traffic-surge", "retry-storm", "lb-pool-too-small", "pool-too-small", "app-cpu")),
            entry(
                    Source.POOL,
                    Set.of(
                            "socket-timeout-too-short",
                            "connection-leak",
                            "slow-query",
                            "retry-storm",
                            "pool-too-small",
                            "lb-pool-too-small",
                            "app-cpu")),
            entry(Source.PROCESS, Set.of("app-cpu", "server-overload")),
            entry(
                    Source.DATABASE,
                    Set.of(
                            "socket-timeout-too-short",
                            "server-idle-kill",
                            "lock-contention",
                            "slow-query",
                            "connection-leak",
                            "pool-too-small")),
            entry(Source.SHOP_1, Set.of("server-overload")),
            entry(Source.SHOP_2, Set.of("server-overload")),
            entry(Source.PROCESS_1, Set.of("server-overload")),
            entry(Source.POOL_1, Set.of()),
            entry(Source.HTTP_1, Set.of()),
            entry(Source.FILES, Set.of()));

    /** Hypotheses of which not one necessary condition can be measured without a source. */
    private static final Map<Source, Set<String>> BLIND = Map.ofEntries(
            entry(Source.BALANCER, Set.of("traffic-surge")),
            entry(Source.RESENT, Set.of("traffic-surge")),
            entry(Source.HTTP, Set.of("traffic-surge")),
            entry(Source.POOL, Set.of("socket-timeout-too-short", "connection-leak")),
            entry(Source.PROCESS, Set.of("server-overload")),
            entry(Source.DATABASE, Set.of("server-idle-kill", "lock-contention")),
            entry(Source.SHOP_1, Set.of("server-overload")),
            entry(Source.SHOP_2, Set.of("server-overload")),
            entry(Source.PROCESS_1, Set.of("server-overload")),
            entry(Source.POOL_1, Set.of()),
            entry(Source.HTTP_1, Set.of()),
            entry(Source.FILES, Set.of()));

    @ParameterizedTest
    @EnumSource(MeasuredRun.class)
    void whatCannotBeMeasuredIsNeitherCauseNorCleared(MeasuredRun run) {
        for (Source source : Source.values()) {
            List<Diagnosis> said = WholeRunTest.diagnose(
                    run.series().each(second -> second.without(source)).ticks());

            assertThat(said).as("%s", source).allSatisfy(diagnosis -> {
                assertThat(diagnosis.with(Verdict.CAUSE))
                        .extracting(Assessment::id)
                        .noneMatch(NEEDED.get(source)::contains);
                assertThat(diagnosis.with(Verdict.CLEARED))
                        .extracting(Assessment::id)
                        .noneMatch(BLIND.get(source)::contains);
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
        assertThat(said.get(said.size() - 1).with(Verdict.CLEARED))
                .extracting(Assessment::id)
                .doesNotContain(run.cause().orElse(""));
    }

    private static StackSeries fallingSilent(MeasuredRun run, Set<Source> sources) {
        StackSeries whole = run.series();
        return new StackSeries(whole.seconds().subList(0, MeasuredRun.BEFORE))
                .then(MeasuredRun.AFTER, second -> whole.seconds()
                        .get(MeasuredRun.BEFORE + second)
                        .without(sources));
    }
}
