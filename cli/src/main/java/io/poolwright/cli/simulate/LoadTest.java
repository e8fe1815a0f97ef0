package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.simulate.compare.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The results of a load test as CSV with a heading: JMeter's (timeStamp and elapsed in ms, success), or plain ones (at and
 * seconds in s, ok). Other columns are passed over.
 */
final class LoadTest {
    private LoadTest() {}

    /** Its answers, counted from the first one's start. */
    static List<Series.Answer> read(String file, List<String> lines) {
        if (lines.isEmpty()) {
            throw refused(file, 1, "an empty file");
        }
        List<String> heading = cells(lines.get(0).toLowerCase(Locale.ROOT));
        boolean jmeter = heading.contains("timestamp") && heading.contains("elapsed");
        int at = heading.indexOf(jmeter ? "timestamp" : "at");
        int took = heading.indexOf(jmeter ? "elapsed" : "seconds");
        int ok = heading.indexOf(jmeter ? "success" : "ok");
        if (at < 0 || took < 0 || ok < 0) {
            throw refused(file, 1, "the columns " + String.join(", ", heading));
        }
        double unit = jmeter ? 1000 : 1;
        List<double[]> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                List<String> cells = cells(lines.get(i));
                if (cells.size() <= Math.max(at, Math.max(took, ok))) {
                    throw refused(file, i + 1, "%d cells".formatted(cells.size()));
                }
                rows.add(new double[] {
                    number(file, i + 1, cells.get(at)) / unit,
                    number(file, i + 1, cells.get(took)) / unit,
                    Boolean.parseBoolean(cells.get(ok)) || cells.get(ok).equals("1") ? 1 : 0
                });
            }
        }
        double first = rows.stream().mapToDouble(row -> row[0]).min().orElse(0);
        return rows.stream()
                .map(row -> new Series.Answer(row[0] - first, row[1], row[2] == 1))
                .toList();
    }

    private static double number(String file, int line, String cell) {
        try {
            double number = Double.parseDouble(cell.strip());
            if (number >= 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(file, line, "'%s' where a number should be".formatted(cell));
        }
        throw refused(file, line, "'%s' where a number of 0 or more should be".formatted(cell));
    }

    /** Cells of a line; one in quotation marks may hold commas. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static UnmetNeedException refused(String file, int line, String found) {
        return new UnmetNeedException(
                "%s:%d: found %s; accepted: JMeter's columns timeStamp,elapsed,success, or at,seconds,ok"
                        .formatted(file, line, found));
    }
}
