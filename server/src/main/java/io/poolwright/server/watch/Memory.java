package io.poolwright.server.watch;

import io.poolwright.watch.head.Accepted;
import io.poolwright.watch.head.Head;
import io.poolwright.watch.head.Point;
import io.poolwright.watch.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where looks are kept: in the head at once, in the history in batches. The history opens in its own time; looks wait for it
 * a little, and are dropped from the history, not from the head, when it takes too long.
 */
final class Memory implements Consumer<Point>, AutoCloseable {
    private static final int MOST_WAITING = 200_000;

    private final Head head;
    private List<Point> batch = new ArrayList<>();
    private Optional<History> history = Optional.empty();
    private boolean closed;

    Memory(Head head) {
        this.head = head;
    }

    @Override
    public void accept(Point point) {
        if (head.append(point) != Accepted.KEPT) {
            return; // told by the head's health; the history has no use for it either
        }
        synchronized (this) {
            if (batch.size() < MOST_WAITING) {
                batch.add(point);
            }
        }
    }

    /** From now on the history is there. */
    void opened(History opened) {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                history = Optional.of(opened);
            }
        }
        if (late) {
            opened.close();
        }
    }

    /** Hands over what came since the last time; to be called about once a second. */
    void flush() {
        List<Point> ready;
        Optional<History> to;
        synchronized (this) {
            to = history;
            if (to.isEmpty() || batch.isEmpty()) {
                return;
            }
            ready = batch;
            batch = new ArrayList<>(ready.size());
        }
        to.get().append(ready);
    }

    synchronized Optional<History> history() {
        return history;
    }

    @Override
    public void close() {
        flush();
        Optional<History> open;
        synchronized (this) {
            closed = true;
            open = history;
        }
        open.ifPresent(History::close);
    }
}
