package io.poolwright.bench;

import io.poolwright.detect.pool.Expectations;
import io.poolwright.detect.pool.PoolWatch;
import io.poolwright.model.Answer;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What it costs to judge ten thousand pools once a second: time of a look, share of one core, and memory of a pool.
 *
 * <p>Run: {@code ./mvnw -q -pl bench -am package -DskipTests && java -Xmx1g -cp "bench/target/classes:$(cat bench/target/classpath)"
 * io.poolwright.bench.PoolWatchLoad}. Arguments: pools, looks.
 */
final class PoolWatchLoad {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    /** Processor time of this thread: what else the machine does is no matter. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    /** Looks that are not timed: the compiler is still at work. */
    private static final int WARM_UP = 60;

    private PoolWatchLoad() {}

    @SuppressWarnings("SystemOut") // its output is its purpose
    public static void main(String[] arguments) {
        int pools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int looks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        long before = used();
        List<PoolWatch> watches = new ArrayList<>();
        Expectations expected = Expectations.none().withBudget(Duration.ofSeconds(1), "gateway.yaml:4");
        for (int i = 0; i < pools; i++) {
            PoolId pool = new PoolId("service-" + i % 100, "10.0.0.%d:8080".formatted(i % 250), Tier.POOL, "pool-" + i);
            watches.add(new PoolWatch(pool, expected));
        }
        Random random = new Random(1);
        List<Answer<Reading>> readings = new ArrayList<>();
        long nanos = 0;
        int alerts = 0;
        for (int look = 0; look < looks; look++) {
            Instant at = START.plusSeconds(look);
            readings.clear();
            for (PoolWatch watch : watches) {
                readings.add(reading(watch.pool(), look, random));
            }
            long start = CLOCK.getCurrentThreadCpuTime();
            for (int i = 0; i < pools; i++) {
                alerts += watches.get(i).take(at, readings.get(i)).fresh().size();
            }
            nanos += look < WARM_UP ? 0 : CLOCK.getCurrentThreadCpuTime() - start;
        }
        readings.clear();
        double each = nanos / (double) (looks - WARM_UP) / pools;
        System.out.printf(
                "%,d pools x %d looks: %.0f ns a look, %.2f %% of one core at 1 Hz; %,d bytes a pool, its last reading and name"
                        + " among them; %d alerts%n",
                pools, looks, each, each * pools / 1e9 * 100, (used() - before) / pools, alerts);
        if (watches.isEmpty()) {
            throw new IllegalStateException("nothing was watched");
        }
    }

    /** A healthy pool of 20 at some 100 borrows a second, with the noise of arrivals. */
    private static Answer<Reading> reading(PoolId pool, int look, Random random) {
        int used = 3 + random.nextInt(6);
        double borrows = 1000 + 100.0 * look + random.nextInt(20);
        return Answer.of(Reading.of(pool)
                .set(Signal.MAX, 20)
                .set(Signal.USED, used)
                .set(Signal.IDLE, 20 - used)
                .set(Signal.PENDING, random.nextInt(3))
                .set(Signal.WAITS, borrows)
                .set(Signal.WAIT_SECONDS, borrows * 0.002)
                .set(Signal.USES, borrows)
                .set(Signal.USE_SECONDS, borrows * 0.055)
                .set(Signal.CREATED, 20)
                .set(Signal.TIMEOUTS, 0)
                .build());
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
