package io.poolwright.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One chart, before it is drawn.
 *
 * @param id unique in the document
 * @param title what it shows
 * @param unit of its vertical axis
 * @param reading what is to be seen, in one sentence
 * @param ribbons drawn below the series
 * @param series drawn in this order; those of one chart stand at the same places
 * @param axis vertical
 * @param across horizontal
 */
public record Chart(
        String id,
        String title,
        String unit,
        String reading,
        List<Ribbon> ribbons,
        List<Series> series,
        Axis axis,
        Across across) {
    public Chart {
        ribbons = List.copyOf(ribbons);
        series = List.copyOf(series);
    }

    /** One without ribbons. */
    public Chart(String id, String title, String unit, String reading, List<Series> series, Axis axis, Across across) {
        this(id, title, unit, reading, List.of(), series, axis, across);
    }

    /** The same numbers as a table. */
    Table table() {
        List<Table.Column> columns = new ArrayList<>(across.columns());
        series.forEach(it -> columns.add(Table.Column.number(it.name())));
        List<List<String>> rows = new ArrayList<>();
        int length = series.isEmpty() ? 0 : series.get(0).points().size();
        for (int i = 0; i < length; i++) {
            List<String> row =
                    new ArrayList<>(across.cells(series.get(0).points().get(i).at()));
            for (Series it : series) {
                row.add(Words.maybe(it.points().get(i).value(), axis.label()));
            }
            rows.add(row);
        }
        return new Table(title + " (" + unit + "), " + across.rows(), columns, rows);
    }

    /** Whether anything of it is known. */
    public boolean known() {
        return series.stream().anyMatch(it -> it.max().isPresent());
    }
}
