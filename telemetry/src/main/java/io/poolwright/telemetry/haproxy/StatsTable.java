package io.poolwright.telemetry.haproxy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CSV of {@code show stat}, by header name: HAProxy adds columns with every version, and a line may be short.
 *
 * <p>Source: HAProxy management guide, 9.1. Quotes appear only around texts that hold a comma or a quote.
 */
final class StatsTable {
    private final Map<String, Integer> columns;
    private final List<Row> rows;

    private StatsTable(Map<String, Integer> columns, List<Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static StatsTable parse(String csv) throws IOException {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
            throw new IOException("answer is not the CSV of 'show stat', which begins with '# pxname,svname'");
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String header : cells(lines.get(0).substring(2))) {
            columns.putIfAbsent(header, columns.size());
        }
        if (!columns.containsKey("pxname") || !columns.containsKey("svname")) {
            throw new IOException("answer is not the CSV of 'show stat', which begins with '# pxname,svname'");
        }
        StatsTable table = new StatsTable(columns, new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            table.rows.add(table.new Row(cells(line)));
        }
        return table;
    }

    /** Every row of a proxy. */
    List<Row> of(String proxy) {
        return rows.stream().filter(row -> row.text("pxname").equals(proxy)).toList();
    }

    /** Every row, in HAProxy's order. */
    List<Row> rows() {
        return rows;
    }

    /** Proxies that clients can call. */
    List<String> frontends() {
        return rows.stream()
                .filter(Row::isFrontend)
                .map(row -> row.text("pxname"))
                .toList();
    }

    /** Proxies that have somebody to send requests to. */
    List<String> backendsWithServers() {
        return rows.stream()
                .filter(Row::isServer)
                .map(row -> row.text("pxname"))
                .distinct()
                .toList();
    }

    boolean hasBackend(String proxy) {
        return of(proxy).stream().anyMatch(Row::isBackend);
    }

    Row row(String proxy, String server) throws IOException {
        Optional<Row> found = of(proxy).stream()
                .filter(row -> row.text("svname").equals(server))
                .findFirst();
        return found.orElseThrow(() -> new IOException("no %s named '%s'".formatted(server, proxy)));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** One line of the CSV. */
    final class Row {
        private final List<String> cells;

        private Row(List<String> cells) {
            this.cells = cells;
        }

        /** By its type, or by its name in a table that has none; a listener's line is none of the three. */
        boolean isFrontend() {
            return is("0", text("svname").equals("FRONTEND"));
        }

        boolean isBackend() {
            return is("1", text("svname").equals("BACKEND"));
        }

        boolean isServer() {
            return is("2", !text("svname").equals("FRONTEND") && !text("svname").equals("BACKEND"));
        }

        private boolean is(String type, boolean byName) {
            String found = text("type");
            return found.isEmpty() ? byName : found.equals(type);
        }

        /** The cell, or empty text when the column or the cell is not there. */
        String text(String column) {
            int at = columns.getOrDefault(column, Integer.MAX_VALUE);
            return at < cells.size() ? cells.get(at) : "";
        }

        /** The cell as a whole number that is not below zero. */
        long number(String column) throws IOException {
            String text = text(column);
            if (!isNumber(text)) {
                throw new IOException("%s/%s has %s in %s, which is no number"
                        .formatted(
                                text("pxname"), text("svname"), text.isEmpty() ? "nothing" : "'" + text + "'", column));
            }
            return Long.parseLong(text);
        }

        /** The same, NaN where the cell holds none: unknown. */
        double known(String column) {
            String text = text(column);
            return isNumber(text) ? Long.parseLong(text) : Double.NaN;
        }

        int gauge(String column) throws IOException {
            return (int) Math.min(Integer.MAX_VALUE, number(column));
        }

        private static boolean isNumber(String text) {
            return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        double millisAsSeconds(String column) throws IOException {
            return number(column) / 1000.0;
        }
    }
}
