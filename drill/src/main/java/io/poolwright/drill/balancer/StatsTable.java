package io.poolwright.drill.balancer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CSV of HAProxy's {@code show stat} (Management Guide, section 9.1), by the names of its columns. */
final class StatsTable {
    private final List<Map<String, String>> rows = new ArrayList<>();

    StatsTable(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("# ")) {
            return;
        }
        String[] columns = lines.get(0).substring(2).split(",", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.length, fields.length); i++) {
                row.put(columns[i], fields[i]);
            }
            rows.add(row);
        }
    }

    /** One field of one server of the backend; empty when the server or the column is missing. */
    Optional<String> server(String server, String column) {
        return rows.stream()
                .filter(row -> "shop".equals(row.get("pxname")) && server.equals(row.get("svname")))
                .map(row -> row.getOrDefault(column, ""))
                .findFirst();
    }
}
