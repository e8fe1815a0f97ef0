package io.poolwright.telemetry.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a statement returned, by the names of its columns: products add columns with every version. */
public final class Table {
    private final List<Row> rows;
    private final boolean cut;

    private Table(List<Row> rows, boolean cut) {
        this.rows = rows;
        this.cut = cut;
    }

    /**
     * Asks, and keeps at most so many rows.
     *
     * @param seconds how long the statement may take; the driver counts in whole seconds
     */
    public static Table of(Connection connection, String sql, int mostRows, int seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(seconds);
            statement.setMaxRows(mostRows + 1);
            try (ResultSet result = statement.executeQuery(sql)) {
                ResultSetMetaData columns = result.getMetaData();
                List<Row> rows = new ArrayList<>();
                while (rows.size() < mostRows && result.next()) {
                    Map<String, String> cells = new HashMap<>();
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        String cell = result.getString(column);
                        if (cell != null) {
                            cells.put(columns.getColumnLabel(column).toLowerCase(Locale.ROOT), cell);
                        }
                    }
                    rows.add(new Row(cells));
                }
                return new Table(rows, result.next());
            }
        }
    }

    /** Rows that were read otherwise. */
    public static Table of(List<Row> rows, boolean cut) {
        return new Table(List.copyOf(rows), cut);
    }

    public List<Row> rows() {
        return rows;
    }

    /** Whether there were more rows than are kept. */
    public boolean cut() {
        return cut;
    }

    /**
     * One row.
     *
     * @param cells text by the column's name in lower case; a cell that is null is not there
     */
    public record Row(Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell, or empty text. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        public boolean has(String column) {
            return cells.containsKey(column);
        }

        /** The cell as a number, NaN when it is none: unknown. */
        public double number(String column) {
            return numeric(text(column));
        }

        /** The text as a number that is not negative, NaN when it is none. */
        public static double numeric(String text) {
            boolean plausible = !text.isEmpty()
                    && text.length() <= 25
                    && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
            if (!plausible || text.indexOf('.') != text.lastIndexOf('.') || text.equals(".")) {
                return Double.NaN;
            }
            return Double.parseDouble(text);
        }
    }
}
