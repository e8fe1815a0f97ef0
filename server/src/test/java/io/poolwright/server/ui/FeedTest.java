package io.poolwright.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.watch.view.AlertLine;
import io.poolwright.watch.view.EventLine;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolContext;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.TargetLine;
import io.poolwright.watch.view.TimeLine;
import io.poolwright.watch.view.Views;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class FeedTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:11Z");

    private final List<PoolState> pools = new ArrayList<>();
    private final Parts parts = new Parts(engine());
    private final OverviewFeed feed = new OverviewFeed(new Fixed(), parts);

    @Test
    void sendsOnlyWhatChanged() {
        pools.addAll(List.of(pool("a", 1), pool("b", 2)));
        assertThat(feed.next(true).parts()).containsKeys("headline", "sum", "p-a~pool~main", "p-b~pool~main");

        assertThat(feed.next(true).parts()).isEmpty();

        pools.set(1, pool("b", 3));
        Patch patch = feed.next(true);
        assertThat(patch.parts()).containsOnlyKeys("p-b~pool~main");
        assertThat(patch.parts().get("p-b~pool~main")).contains("3 of 10");
        assertThat(patch.order()).isEmpty();
    }

    @Test
    void drawsNoFoldedLineUntilSomebodySeesThem() {
        pools.addAll(List.of(pool("a", "one", 5), pool("a", "two", 1)));

        assertThat(feed.next(false).parts()).doesNotContainKey("p-a~pool~two");
        assertThat(feed.folded()).containsExactly("p-a~pool~two");
        assertThat(feed.next(true).parts()).containsOnlyKeys("p-a~pool~two");
    }

    @Test
    void aLineThatComesOutOfTheFoldIsSentEvenWhenItLooksTheSame() {
        pools.addAll(List.of(pool("a", "one", 5), pool("a", "two", 4)));
        feed.next(true);

        pools.set(0, pool("a", "one", 1));
        Patch patch = feed.next(true).without(feed.folded());

        assertThat(patch.parts()).containsKey("p-a~pool~two").doesNotContainKey("p-a~pool~one");
        assertThat(patch.order()).containsKeys("s-a", "s-a-quiet");
    }

    @Test
    void aVeryLongFoldSaysHowManyItDoesNotList() {
        for (int i = 0; i < 100; i++) {
            pools.add(pool("a", "pool-" + i, 1 + i / 50));
        }

        Patch patch = feed.next(true);

        assertThat(patch.order().get("s-a-quiet")).hasSize(61).endsWith("s-a-rest");
        assertThat(patch.parts().get("s-a-rest")).contains("<span>39</span> more calm pools are not listed");
    }

    @Test
    void namesFromASourceAreTextAndNeverMarkup() {
        pools.add(PoolState.silent(
                new PoolId("<script>alert(1)</script>", "", Tier.POOL, "\"><img src=x onerror=alert(1)>"),
                "</td><script>",
                Optional.empty(),
                List.of()));

        String all = String.join("\n", feed.next(true).parts().values());

        assertThat(all).doesNotContain("<script>", "<img");
        assertThat(all).contains("&lt;script&gt;");
    }

    @Test
    void aPatchIsAsciiSoThatNoEncodingSpoilsIt() {
        pools.add(PoolState.silent(new PoolId("a", "", Tier.POOL, "main"), "–", Optional.empty(), List.of()));

        assertThat(PatchJson.of(feed.next(true))).matches("\\p{ASCII}*");
    }

    @Test
    void aPoolsPageSendsItsSectionsAndItsNewestPoint() {
        pools.add(pool("a", 3));
        PoolFeed page = new PoolFeed(new Fixed(), parts, pools.get(0).id(), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(page.next().parts())
                .containsOnlyKeys("poolHead", "firing", "limits", "figures", "checks", "instances", "markers");
        assertThat(page.next().parts()).isEmpty();
        assertThat(page.point()).hasValueSatisfying(point -> assertThat(point)
                .startsWith("{\"at\":1795269731,")
                .contains("\"used\":3", "\"wait_p95\":null")
                .doesNotContain("NaN"));
    }

    private static PoolState pool(String service, double used) {
        return pool(service, "main", used);
    }

    private static PoolState pool(String service, String name, double used) {
        PoolId id = new PoolId(service, "", Tier.POOL, name);
        double[] values = Measures.unknown();
        values[Measure.USED.ordinal()] = used;
        values[Measure.MAX.ordinal()] = 10;
        Measures measures = Measures.owning(values);
        return PoolState.answered(Reading.of(id).set(Signal.USED, used).build(), measures, measures, List.of());
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private final class Fixed implements Screens {
        @Override
        public Overview overview() {
            return Views.overview(NOW, "test", pools, List.of());
        }

        @Override
        public Optional<PoolDetail> pool(PoolId id, Span span) {
            return pools.stream().filter(it -> it.id().equals(id)).findFirst().map(it -> {
                double[][] columns = new double[Measures.COUNT][1];
                for (Measure measure : Measure.values()) {
                    columns[measure.ordinal()][0] = it.now().raw(measure);
                }
                return Views.detail(NOW, it, PoolContext.of(TimeLine.of(new long[] {NOW.toEpochMilli()}, columns)));
            });
        }

        @Override
        public List<AlertLine> alerts(Span span) {
            return List.of();
        }

        @Override
        public List<EventLine> events(Span span) {
            return List.of();
        }

        @Override
        public List<TargetLine> targets() {
            return List.of();
        }

        @Override
        public List<PoolId> pools() {
            return pools.stream().map(PoolState::id).toList();
        }
    }
}
