package io.poolwright.watch.history.quest;

import io.poolwright.model.Answer;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.HistoryHealth;
import io.poolwright.watch.history.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps a store open and writes to it, round by round. A round that fails leaves the looks where they wait. */
final class Keeping {
    /** How long looks wait for others of the same time, so that rows come in order (ms). */
    private static final long GATHERED = 2_000;

    private static final long USUAL_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 30_000;
    private static final long TIDY_EVERY = 60_000;
    private static final long MIB = 1L << 20;

    private final Path folder;
    private final Retention retention;
    private final Clock clock;
    private final Waiting waiting;
    private final Scribe scribe = new Scribe();
    /** Held for reading while a question is asked, for writing while the store is opened or closed. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private @Nullable Store store;
    private volatile String lastError = "";
    private volatile boolean working = true;
    private final AtomicLong written = new AtomicLong();
    private volatile long pause = USUAL_PAUSE;
    private long tidied;
    private boolean closed;

    Keeping(Path folder, Retention retention, Clock clock, Waiting waiting) {
        this.folder = folder;
        this.retention = retention;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** One round: writes what has waited long enough, or everything. Whether all went well. */
    synchronized boolean go(boolean everything) {
        if (closed) {
            return false;
        }
        try {
            Store now = opened();
            tidy(now);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < retention.reserve()) {
                return failed("%s has %d MiB free; %d MiB are left alone"
                        .formatted(folder, free / MIB, retention.reserve() / MIB));
            }
            write(now, everything);
            working = true;
            pause = USUAL_PAUSE;
            return true;
        } catch (IOException
                | RuntimeException
                | Error e) { // the store is native code: nothing it throws may end the watch
            return failed("history in %s: %s".formatted(folder, said(e)));
        }
    }

    private void write(Store now, boolean everything) {
        List<Point> points = waiting.until(everything ? Long.MAX_VALUE : clock.millis() - GATHERED);
        if (!points.isEmpty()) {
            written.addAndGet(scribe.write(now, points));
            waiting.gone(points.size());
        }
        scribe.writeOver(now);
    }

    private void tidy(Store now) {
        if (clock.millis() - tidied >= TIDY_EVERY || clock.millis() < tidied) {
            tidied = clock.millis();
            now.tidy();
        }
    }

    private Store opened() {
        Store now = store;
        if (now == null) {
            open.writeLock().lock();
            try {
                now = Store.open(folder, retention);
                store = now;
            } finally {
                open.writeLock().unlock();
            }
        }
        return now;
    }

    private boolean failed(String why) {
        pause = working ? USUAL_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
        lastError = why;
        working = false;
        return false;
    }

    private static String said(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** How long to wait before the next round (ms). */
    long pauseMillis() {
        return pause;
    }

    <T> Answer<T> ask(Function<Questions, Answer<T>> question) {
        open.readLock().lock();
        try {
            Store now = store;
            if (now == null) {
                return Answer.silent(lastError.isEmpty() ? "the history is not open yet" : lastError);
            }
            return question.apply(new Questions(now, retention, clock));
        } catch (RuntimeException | Error e) { // the store is native code
            return Answer.silent("history in %s: %s".formatted(folder, said(e)));
        } finally {
            open.readLock().unlock();
        }
    }

    HistoryHealth health() {
        open.readLock().lock();
        try {
            int pools = store == null ? 0 : store.book().size();
            return new HistoryHealth(working, lastError, written.get(), waiting.dropped(), waiting.size(), pools);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Writes everything, also the steps that are not over, and closes the store. */
    synchronized void close() {
        if (closed) {
            return;
        }
        if (go(true)) {
            scribe.end();
            go(true);
        }
        closed = true;
        open.writeLock().lock();
        try {
            if (store != null) {
                store.close();
                store = null;
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
