package io.poolwright.cli.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What a run costs in processor time: the threads that look and diagnose, those that make load, and the whole driver. */
final class CpuTime {
    private CpuTime() {}

    /** CPU seconds for each minute of wall time. */
    static Map<String, Double> perMinute(Duration wall) {
        double minutes = Math.max(1, wall.toMillis()) / 60_000.0;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double observing = 0;
        double loading = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread == null) {
                continue;
            }
            double seconds = Math.max(0, threads.getThreadCpuTime(thread.getThreadId())) / 1e9;
            if (thread.getThreadName().startsWith("poolwright-observe")
                    || thread.getThreadName().startsWith("poolwright-look")) {
                observing += seconds;
            } else if (thread.getThreadName().startsWith("load")) {
                loading += seconds;
            }
        }
        double all = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis / 1000.0)
                .orElse(0.0);
        return new TreeMap<>(Map.of(
                "samplingAndDiagnosis", round(observing / minutes),
                "load", round(loading / minutes),
                "driver", round(all / minutes)));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
