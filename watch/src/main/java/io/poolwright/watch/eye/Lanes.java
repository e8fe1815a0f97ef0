package io.poolwright.watch.eye;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which targets are asked. A target that answers in time has the quick lane; one that did not has the slow
 * lane until it answers again, so that those that hang never hold up the others.
 */
final class Lanes implements AutoCloseable {
    private static final int QUICK = 16;
    /** Most targets that may hang at once; the next ones are told so instead of being asked. */
    private static final int SLOW = 128;

    private final ThreadPoolExecutor quick;
    private final ThreadPoolExecutor slow;

    Lanes() {
        quick = new ThreadPoolExecutor(QUICK, QUICK, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("ask"));
        quick.allowCoreThreadTimeOut(true);
        slow = new ThreadPoolExecutor(0, SLOW, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("ask-slow"));
    }

    /** Runs a question; false when no thread of the slow lane is free. */
    boolean ask(boolean late, Runnable question) {
        ExecutorService lane = late ? slow : quick;
        try {
            lane.execute(question);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        quick.shutdownNow();
        slow.shutdownNow();
    }

    /** Whether every question has ended, waiting at most so long. */
    boolean ended(Duration patience) throws InterruptedException {
        return quick.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)
                && slow.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static java.util.concurrent.ThreadFactory named(String what) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "poolwright-" + what + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
