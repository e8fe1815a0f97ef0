package io.poolwright.watch.history.quest;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.watch.head.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes looks, and what came of them over ten seconds and a minute. Not for several threads. */
final class Scribe {
    private static final Measure[] MEASURES = Measure.values();

    private final Rollup tens = new Rollup(Table.TENS.step().toMillis());
    private final Rollup minutes = new Rollup(Table.MINUTES.step().toMillis());
    /** What is over, and not written yet. */
    private final Map<Table, List<Bucket>> over = new EnumMap<>(Table.class);

    Scribe() {
        over.put(Table.TENS, new ArrayList<>());
        over.put(Table.MINUTES, new ArrayList<>());
    }

    /** Writes looks, oldest first, and how many; throws when it could not, and then none is written. */
    int write(Store store, List<Point> points) {
        int[] pools = store.book().numbers(store.engine(), points);
        int written = RowWriter.looks(store.engine(), pools, points);
        addUp(pools, points);
        return written;
    }

    private void addUp(int[] pools, List<Point> points) {
        for (int i = 0; i < pools.length; i++) {
            if (pools[i] != PoolBook.NONE) {
                long at = points.get(i).at().toEpochMilli();
                tensOver(tens.until(at));
                minutesOver(minutes.until(at));
                addUp(tens.of(pools[i]), points.get(i).measures());
            }
        }
    }

    private static void addUp(Sums sums, Measures measures) {
        sums.look();
        for (int column = 0; column < MEASURES.length; column++) {
            double value = measures.raw(MEASURES[column]);
            if (Double.isFinite(value)) {
                sums.add(column, value, value, 1);
            }
        }
    }

    private void tensOver(List<Bucket> buckets) {
        for (Bucket bucket : buckets) {
            minutesOver(minutes.until(bucket.at()));
            minutes.of(bucket.pool()).add(bucket.sums());
        }
        waiting(Table.TENS).addAll(buckets);
    }

    private void minutesOver(List<Bucket> buckets) {
        waiting(Table.MINUTES).addAll(buckets);
    }

    /** Ends the steps that are open. */
    void end() {
        tensOver(tens.end());
        minutesOver(minutes.end());
    }

    /** Writes the steps that are over; throws when it could not, and then they stay. */
    void writeOver(Store store) {
        for (Table table : over.keySet()) {
            List<Bucket> buckets = waiting(table);
            if (!buckets.isEmpty()) {
                RowWriter.buckets(store.engine(), table, buckets);
                buckets.clear();
            }
        }
    }

    private List<Bucket> waiting(Table table) {
        return over.computeIfAbsent(table, it -> new ArrayList<>());
    }
}
