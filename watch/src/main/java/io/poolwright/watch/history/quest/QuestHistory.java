package io.poolwright.watch.history.quest;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.PoolId;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.History;
import io.poolwright.watch.history.HistoryHealth;
import io.poolwright.watch.history.Retention;
import io.poolwright.watch.history.Top;
import io.poolwright.watch.history.Trend;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The history in a folder. One thread writes once a second; when that fails, it tries again later and later, up to half a
 * minute, while looks wait for as long as there is room.
 */
public final class QuestHistory implements History {
    private final Waiting waiting;
    private final Keeping keeping;
    private final Thread thread;
    private final Lock lock = new ReentrantLock();
    private final Condition stop = lock.newCondition();
    private boolean stopped;

    private QuestHistory(Path folder, Retention retention, Clock clock) {
        this.waiting = new Waiting(retention.waiting());
        this.keeping = new Keeping(folder, retention, clock, waiting);
        this.thread = new Thread(this::keepOn, "history");
        thread.setDaemon(true);
    }

    /** Opens the store in the folder, or makes it, soon: it may be gone and come back. */
    public static QuestHistory in(Path folder, Retention retention, Clock clock) {
        QuestHistory history = new QuestHistory(folder, retention, clock);
        history.thread.start();
        return history;
    }

    private void keepOn() {
        long pause = 0;
        while (!stoppedWithin(pause)) {
            keeping.go(false);
            pause = keeping.pauseMillis();
        }
    }

    private boolean stoppedWithin(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!stopped && left > 0) {
                left = stop.awaitNanos(left);
            }
            return stopped;
        } catch (InterruptedException e) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void append(List<Point> points) {
        waiting.add(points);
    }

    /** Writes all that was handed over until now; whether it could. For the end, and for tests: it waits for the disk. */
    public boolean flush() {
        return keeping.go(true);
    }

    @Override
    public Answer<Trend> range(PoolId pool, Set<Measure> measures, Instant from, Instant to, Duration step) {
        return keeping.ask(questions -> questions.range(pool, measures, from, to, step));
    }

    @Override
    public Answer<List<Top>> topK(Measure measure, int most, Instant from, Instant to) {
        return keeping.ask(questions -> questions.top(measure, most, from, to));
    }

    @Override
    public HistoryHealth health() {
        return keeping.health();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            stop.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeping.close();
    }
}
