package io.poolwright.drill.load;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The thread that releases arrivals at their intended times and never learns what became of them.
 *
 * <p>A parked thread is woken up to 50 µs late (the kernel's default timer slack), so it parks until 50 µs before the next
 * arrival. It never spins and never parks for less than 50 µs: arrivals closer together than that are released in batches,
 * each with its own intended time, at most about 100 µs late.
 */
final class Pacer implements AutoCloseable {
    private static final long TIMER_SLACK = 50_000;
    private static final long SHORTEST_PARK = 50_000;
    private static final int MAX_BATCH = 512;
    private static final long STOP_MILLIS = 5_000;

    private final ArrivalClock arrivals;
    private final RunClock clock;
    private final Consumer<long[]> released;
    private final Thread thread;
    private final long[] batch = new long[MAX_BATCH];
    private volatile double perSecond;
    private volatile boolean stopped;

    /** Not running yet; {@code released} takes intended times in nanoseconds since the start of the run. */
    Pacer(ArrivalClock arrivals, RunClock clock, Consumer<long[]> released) {
        this.arrivals = arrivals;
        this.clock = clock;
        this.released = released;
        this.perSecond = arrivals.rate();
        this.thread = new Thread(this::run, "load-pacer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Takes effect now, even while the pacer is parked for a far-off arrival. */
    void rate(double newPerSecond) {
        perSecond = Rate.checked(newPerSecond);
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            long now = clock.nanos();
            int due = collect(now);
            if (due > 0) {
                released.accept(Arrays.copyOf(batch, due));
            }
            double wanted = perSecond;
            if (wanted != arrivals.rate() && arrivals.next() > now) {
                arrivals.rate(wanted, now);
            }
            long wait = arrivals.next() - clock.nanos();
            if (wait > 0) {
                LockSupport.parkNanos(this, Math.max(SHORTEST_PARK, wait - TIMER_SLACK));
            }
        }
    }

    private int collect(long now) {
        int due = 0;
        while (due < MAX_BATCH && arrivals.next() <= now) {
            batch[due] = arrivals.next();
            due++;
            arrivals.advance();
        }
        return due;
    }
}
