package io.poolwright.watch.history.quest;

import io.poolwright.watch.head.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Looks that wait to be written, at most so many. Any thread adds; one takes, in the order of time, for rows that come out
 * of order cost the store a copy of what is behind them.
 */
final class Waiting {
    private final int most;
    private final Queue<List<Point>> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();
    private final List<Point> sorted = new ArrayList<>();

    Waiting(int most) {
        this.most = most;
    }

    void add(List<Point> points) {
        if (points.isEmpty()) {
            return;
        }
        if (size.addAndGet(points.size()) > most) {
            size.addAndGet(-points.size());
            dropped.add(points.size());
        } else {
            arrived.add(points);
        }
    }

    /** What is not later than that time (ms since 1970), oldest first; it waits on until {@link #gone}. */
    List<Point> until(long at) {
        for (List<Point> points = arrived.poll(); points != null; points = arrived.poll()) {
            sorted.addAll(points);
        }
        sorted.sort(Comparator.comparing(Point::at));
        int end = sorted.size();
        while (end > 0 && sorted.get(end - 1).at().toEpochMilli() > at) {
            end--;
        }
        return Collections.unmodifiableList(sorted.subList(0, end));
    }

    /** The oldest so many need not wait any more. */
    void gone(int count) {
        sorted.subList(0, count).clear();
        size.addAndGet(-count);
    }

    int size() {
        return size.get();
    }

    long dropped() {
        return dropped.sum();
    }
}
