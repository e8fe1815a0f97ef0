package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import java.util.ArrayList;
import java.util.List;

/**
 * One chart, before it is drawn.
 *
 * @param id unique in the document
 * @param title what it shows
 * @param unit of its vertical axis
 * @param reading what is to be seen, in one sentence
 * @param series drawn in this order
 * @param axis vertical
 * @param time horizontal
 */
record Chart(String id, String title, String unit, String reading, List<Series> series, Axis axis, TimeAxis time) {
    Chart {
        series = List.copyOf(series);
    }

    /** The same numbers as a table, one row a second. */
    Table table() {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.number("Second"), Table.Column.text("UTC")));
        series.forEach(it -> columns.add(Table.Column.number(it.name())));
        List<List<String>> rows = new ArrayList<>();
        int length = series.isEmpty() ? 0 : series.get(0).points().size();
        for (int i = 0; i < length; i++) {
            double second = series.get(0).points().get(i).second();
            List<String> row = new ArrayList<>();
            row.add(Say.number(second));
            row.add(Utc.time(time.start().plusMillis(Math.round(second * 1000))));
            for (Series it : series) {
                row.add(Words.maybe(it.points().get(i).value(), axis.label()));
            }
            rows.add(row);
        }
        return new Table(title + " (" + unit + "), every second", columns, rows);
    }

    /** Whether anything of it is known. */
    boolean known() {
        return series.stream().anyMatch(it -> it.max().isPresent());
    }
}
