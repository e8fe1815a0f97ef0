package io.poolwright.drill.balancer;

/** Mean of the last 1024 values, as HAProxy keeps its times: whole milliseconds, and stale when nothing comes. */
final class RecentMean {
    private static final int KEPT = 1024;

    private final long[] nanos = new long[KEPT];
    private long sum;
    private int count;
    private int next;

    synchronized void add(long value) {
        sum += value - nanos[next];
        nanos[next] = value;
        next = (next + 1) % KEPT;
        count = Math.min(KEPT, count + 1);
    }

    synchronized long millis() {
        return count == 0 ? 0 : sum / count / 1_000_000;
    }
}
