package io.poolwright.simulate.plan.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads a table of measured settings, one a line, columns by their names in the first line. */
public final class MeasuredGrid {
    private static final List<String> FAILED = List.of("failed503", "failed500", "failedTimeout", "failedOther");

    private MeasuredGrid() {}

    /**
     * Its points, those that did not count left out.
     *
     * @param lines of comma-separated values
     * @throws IllegalArgumentException when a column or a number is missing that nothing can be said without
     */
    public static List<MeasuredPoint> of(List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> names = List.of(lines.get(0).split(",", -1));
        List<MeasuredPoint> points = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            Map<String, String> cells = new HashMap<>();
            String[] values = lines.get(i).split(",", -1);
            for (int column = 0; column < Math.min(values.length, names.size()); column++) {
                cells.put(names.get(column).strip(), values[column].strip());
            }
            if (!"false".equals(cells.get("valid"))) {
                points.add(point(new Row(i + 1, cells)));
            }
        }
        return List.copyOf(points);
    }

    private static MeasuredPoint point(Row row) {
        double failed = FAILED.stream().mapToDouble(row::number).sum();
        double finished = row.number("good") + row.number("late") + failed;
        return new MeasuredPoint(
                row.text("workload"),
                (int) row.number("poolMax"),
                row.number("acquireTimeoutMs") / 1000,
                (int) row.maybe("repetition").orElse(1),
                row.number("p99DeadlineMs") / 1000,
                finished == 0 ? 1 : failed / finished,
                row.number("throughput"),
                thousandth(row.maybe("useMeanMs")),
                row.maybe("poolUsed"),
                row.maybe("acquireTimeouts"));
    }

    private static OptionalDouble thousandth(OptionalDouble millis) {
        return millis.isPresent() ? OptionalDouble.of(millis.getAsDouble() / 1000) : millis;
    }

    private record Row(int line, Map<String, String> cells) {
        String text(String column) {
            String cell = cells.get(column);
            if (cell == null || cell.isEmpty()) {
                throw new IllegalArgumentException("line %d: no value in column '%s'".formatted(line, column));
            }
            return cell;
        }

        double number(String column) {
            String cell = text(column);
            try {
                return Double.parseDouble(cell);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "line %d, column '%s': found '%s'; accepted: a number".formatted(line, column, cell), e);
            }
        }

        OptionalDouble maybe(String column) {
            String cell = cells.get(column);
            return cell == null || cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
        }
    }
}
