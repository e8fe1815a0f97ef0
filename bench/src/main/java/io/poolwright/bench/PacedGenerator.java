package io.poolwright.bench;

import io.poolwright.drill.load.LoadGenerator;
import io.poolwright.drill.load.LoadPlan;
import io.poolwright.drill.load.LoadReport;
import io.poolwright.drill.load.LoadSecond;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Our generator alone in its process: arguments are the target, the rate per second, and seconds of warm-up and of measuring.
 *
 * <p>Prints one line: requests finished, CPU seconds of the whole process while measuring, latency p50 and p99 and lag p99 in
 * seconds.
 */
final class PacedGenerator {
    private PacedGenerator() {}

    public static void main(String[] args) throws InterruptedException {
        int warmUp = Integer.parseInt(args[2]);
        int measured = Integer.parseInt(args[3]);
        LoadPlan plan = LoadPlan.get(URI.create(args[0]), Double.parseDouble(args[1]))
                .withMaxConnections(64)
                .withWarmUp(Duration.ofSeconds(warmUp));
        BlockingQueue<LoadSecond> seconds = new LinkedBlockingQueue<>();
        try (LoadGenerator load = LoadGenerator.start(plan, seconds::add)) {
            await(seconds, warmUp);
            Duration before = cpu();
            await(seconds, measured);
            Duration used = cpu().minus(before);

            LoadReport report = load.total();
            System.out.printf(
                    "%d %.3f %.6f %.6f %.6f%n",
                    report.good() + report.late(),
                    used.toNanos() / 1e9,
                    report.percentile(50).orElseThrow(),
                    report.percentile(99).orElseThrow(),
                    report.lag().percentile(99).orElseThrow());
        }
    }

    private static void await(BlockingQueue<LoadSecond> seconds, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            if (seconds.poll(10, TimeUnit.SECONDS) == null) {
                throw new IllegalStateException("the generator has not reported a second for 10 s");
            }
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
