package io.poolwright.server.ui;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Measure;
import io.poolwright.watch.view.TimeLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The same numbers as the charts, for those who cannot or do not want to see them drawn. */
final class NumbersTable {
    private static final int ROWS = 90;

    /** A column. */
    private record Column(Measure measure, String name, DoubleFunction<String> words) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(Measure.USED, "used", Say::number),
            new Column(Measure.IDLE, "idle", Say::number),
            new Column(Measure.PENDING, "waiting", Say::number),
            new Column(Measure.MAX, "limit", Say::number),
            new Column(Measure.WAIT_MEAN, "mean wait", Say::time),
            new Column(Measure.WAIT_MAX, "longest wait", Say::time),
            new Column(Measure.WAIT_P95, "p95 wait", Say::time),
            new Column(Measure.THROUGHPUT, "throughput", Say::rate),
            new Column(Measure.USE_MEAN, "mean use", Say::time),
            new Column(Measure.USE_P95, "p95 use", Say::time),
            new Column(Measure.CREATED, "opened", Say::rate),
            new Column(Measure.TIMEOUTS, "timeouts", Say::rate));

    private NumbersTable() {}

    static List<String> columns() {
        return COLUMNS.stream().map(Column::name).toList();
    }

    /** Rows, the newest first: the time in UTC, then a text for each column. */
    static List<List<String>> rows(TimeLine whole) {
        TimeLine line = whole.thinned(ROWS);
        List<List<String>> rows = new ArrayList<>();
        for (int i = line.size() - 1; i >= 0; i--) {
            List<String> row = new ArrayList<>();
            row.add(Clocks.second(Instant.ofEpochMilli(line.at(i))));
            for (Column column : COLUMNS) {
                double value = line.raw(column.measure(), i);
                row.add(Double.isFinite(value) ? column.words().apply(value) : "?");
            }
            rows.add(row);
        }
        return rows;
    }
}
