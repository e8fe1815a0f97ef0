package io.poolwright.watch.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Tier;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** The figures that were promised: 10,000 pools, once a second, for 16 minutes. */
final class HeadFiguresIT {
    private static final int POOLS = 10_000;
    private static final int SECONDS = 960;
    private static final double CHANGING = 0.3;
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void tenThousandPoolsAreKeptCheaplyAndReadAtOnce() {
        List<PoolId> pools = new ArrayList<>();
        double[][] now = new double[POOLS][Measures.COUNT];
        for (int i = 0; i < POOLS; i++) {
            pools.add(new PoolId("service-" + i / 100, "10.0.0." + i % 100, Tier.POOL, "HikariPool-1"));
        }
        Random random = new Random(1);
        Head head = new Head(HeadLimits.usual());
        long spent = 0;
        List<Point> batch = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            batch.clear();
            for (int i = 0; i < POOLS; i++) {
                change(now[i], random);
                Instant at = START.plusMillis(second * 1000L + random.nextInt(4));
                batch.add(new Point(pools.get(i), at, Measures.owning(now[i].clone())));
            }
            long before = cpu();
            batch.forEach(head::append);
            spent += cpu() - before;
        }
        double bytes = head.health().bytes();
        double[] latest = timed(500, i -> head.latest().size());
        double[] range =
                timed(500, i -> head.range(pools.get(i), START, Instant.MAX).size());

        double cpuPerSecond = spent / 1e6 / SECONDS;
        double perSample = bytes / ((double) POOLS * Measures.COUNT * 960);
        System.out.printf(
                Locale.ROOT,
                "head: append %.2f ms CPU per second of 10,000 pools, %.2f B/sample, %.0f MB, latest p50 %.2f p99 %.2f ms, 15 min p50 %.3f p99 %.3f ms%n",
                cpuPerSecond,
                perSample,
                bytes / 1e6,
                latest[250],
                latest[495],
                range[250],
                range[495]);
        assertThat(head.health().points()).isEqualTo((long) POOLS * SECONDS);
        assertThat(cpuPerSecond).isLessThan(20);
        assertThat(bytes).isLessThan(170e6);
        assertThat(latest[495]).isLessThan(5);
        assertThat(range[495]).isLessThan(20);
    }

    /** Three in ten change: most are small whole numbers, some are rates and times. */
    private static void change(double[] values, Random random) {
        for (int i = 0; i < values.length; i++) {
            if (random.nextDouble() < CHANGING) {
                values[i] = i < 5 ? random.nextInt(50) : random.nextInt(1_000_000) / 997.0;
            }
        }
    }

    private static double[] timed(int times, IntUnaryOperator what) {
        double[] millis = new double[times];
        int sum = 0;
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            sum += what.applyAsInt(i);
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        assertThat(sum).isPositive();
        Arrays.sort(millis);
        return millis;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
