package io.poolwright.watch.history.quest;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.watch.history.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes points of rows that come in the order of time. */
final class TrendBuilder {
    private final Duration step;
    private final long stepMillis;
    private final List<Long> times = new ArrayList<>();
    private final List<Sums> sums = new ArrayList<>();
    private Sums now = new Sums();

    TrendBuilder(Duration step) {
        this.step = step;
        this.stepMillis = step.toMillis();
    }

    /** When the row is of whose values follow (ms since 1970). */
    void at(long millis) {
        long begin = Math.floorDiv(millis, stepMillis) * stepMillis;
        if (times.isEmpty() || times.get(times.size() - 1) != begin) {
            now = new Sums();
            times.add(begin);
            sums.add(now);
        }
    }

    /** A measure's value in the row, NaN when unknown; of how many looks. */
    @SuppressWarnings("EnumOrdinal") // a column's place is the measure's
    void add(Measure measure, double mean, double highest, int looks) {
        now.add(measure.ordinal(), mean, highest, Math.max(1, looks));
    }

    Trend build() {
        long[] at = times.stream().mapToLong(Long::longValue).toArray();
        double[][] means = unknown(at.length);
        double[][] highest = unknown(at.length);
        for (int i = 0; i < at.length; i++) {
            for (int column = 0; column < means.length; column++) {
                means[column][i] = sums.get(i).mean(column);
                highest[column][i] = sums.get(i).highest(column);
            }
        }
        return new Trend(step, at, means, highest);
    }

    private static double[][] unknown(int length) {
        double[][] columns = new double[Measures.COUNT][length];
        for (double[] column : columns) {
            Arrays.fill(column, Double.NaN);
        }
        return columns;
    }
}
