package io.poolwright.drill.load;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the seconds of a run and tells the listener about each.
 *
 * <p>It has a thread of its own, so that neither compressing histograms nor a slow listener can delay a request.
 */
final class Scribe implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final LoadPlan plan;
    private final RunClock clock;
    private final Consumer<LoadSecond> listener;
    private final List<LoadSecond> seconds = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread scribe = new Thread(task, "load-scribe");
        scribe.setDaemon(true);
        return scribe;
    });

    Scribe(LoadPlan plan, RunClock clock, Consumer<LoadSecond> listener) {
        this.plan = plan;
        this.clock = clock;
        this.listener = listener;
    }

    /** Takes the books over; returns at once. */
    void write(Tally tally) {
        thread.execute(() -> {
            LoadSecond second = tally.second(clock, plan.warmUp());
            seconds.add(second);
            listener.accept(second);
        });
    }

    LoadReport report(Instant from, Instant to) {
        return LoadReport.of(seconds, from, to, plan.lagLimit());
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
