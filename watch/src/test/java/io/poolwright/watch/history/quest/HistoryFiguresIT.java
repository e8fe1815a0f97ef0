package io.poolwright.watch.history.quest;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import io.poolwright.testkit.ManualClock;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.Top;
import io.poolwright.watch.history.Trend;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a history of ten thousand pools costs: writing, opening, asking. */
final class HistoryFiguresIT {
    private static final int POOLS = 10_000;
    private static final int SECONDS = 600;
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void tenThousandPoolsAreWrittenCheaplyAndOpenedAtOnce() {
        List<PoolId> pools = new ArrayList<>();
        for (int i = 0; i < POOLS; i++) {
            pools.add(new PoolId("service-" + i / 100, "10.0.0." + i % 100, Tier.POOL, "HikariPool-1"));
        }
        Random random = new Random(1);
        ManualClock clock = new ManualClock(START);
        long spent = 0;
        try (QuestHistory history = QuestHistory.in(folder, Retention.usual(), clock)) {
            history.flush();
            for (int second = 0; second < SECONDS; second++) {
                history.append(look(pools, second, random));
                clock.advance(Duration.ofSeconds(1));
                long before = cpu();
                assertThat(history.flush()).isTrue();
                spent += cpu() - before;
            }
            assertThat(history.health().dropped()).isZero();
        }
        double perMillion = spent / 1e9 / (POOLS * (double) SECONDS * Measures.COUNT) * 1e6;

        long before = System.nanoTime();
        try (QuestHistory history = QuestHistory.in(folder, Retention.usual(), clock)) {
            assertThat(history.flush()).isTrue();
            double opened = (System.nanoTime() - before) / 1e9;
            double looks = millis(
                    () -> trend(history, pools.get(4711), Duration.ofSeconds(1)).size());
            double tens = millis(
                    () -> trend(history, pools.get(815), Duration.ofSeconds(10)).size());
            double top = millis(() -> top(history, START.plusSeconds(540)).size());
            double topOfAll = millis(() -> top(history, START).size());
            System.out.printf(
                    Locale.ROOT,
                    "history: %.3f CPU s per million values, open after %.2f s, 600 looks of a pool %.0f ms, 60 points of it %.1f ms, top of a minute %.0f ms, of all %.0f ms%n",
                    perMillion,
                    opened,
                    looks,
                    tens,
                    top,
                    topOfAll);
            assertThat(opened).isLessThan(10);
            assertThat(trend(history, pools.get(4711), Duration.ofSeconds(1)).size())
                    .isEqualTo(SECONDS);
        }
    }

    private static Trend trend(QuestHistory history, PoolId pool, Duration step) {
        return history.range(pool, EnumSet.allOf(Measure.class), START, START.plusSeconds(SECONDS), step)
                .value()
                .orElseThrow();
    }

    private static List<Top> top(QuestHistory history, Instant from) {
        return history.topK(Measure.USED, 10, from, START.plusSeconds(SECONDS))
                .value()
                .orElseThrow();
    }

    private static List<Point> look(List<PoolId> pools, int second, Random random) {
        List<Point> points = new ArrayList<>();
        for (PoolId pool : pools) {
            double[] values = new double[Measures.COUNT];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(1000);
            }
            points.add(new Point(pool, START.plusSeconds(second), Measures.owning(values)));
        }
        return points;
    }

    /** The median of five. */
    private static double millis(Supplier<Integer> question) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long before = System.nanoTime();
            assertThat(question.get()).isPositive();
            all.add((System.nanoTime() - before) / 1e6);
        }
        return all.stream().sorted().skip(2).findFirst().orElseThrow();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
