package io.poolwright.cli.report;

import java.util.List;

/**
 * Text in rows and columns.
 *
 * @param caption what it shows, with the unit where one holds for all of it
 * @param columns headings
 * @param rows cells, as many in each as there are columns
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table '%s': %d cells under %d columns".formatted(caption, row.size(), columns.size()));
            }
        }
    }

    /**
     * A heading and how its cells stand.
     *
     * @param name the heading
     * @param number whether the cells are numbers, which stand to the right
     */
    public record Column(String name, boolean number) {
        public static Column text(String name) {
            return new Column(name, false);
        }

        public static Column number(String name) {
            return new Column(name, true);
        }
    }
}
