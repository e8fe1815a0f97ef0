package io.poolwright.cli.fidelity;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One line of the table of the real stack; {@code docs/fidelity.md} says what its columns mean.
 *
 * @param cells by column; an empty one was not measured
 */
record Measured(Map<String, String> cells) {
    Measured {
        cells = Map.copyOf(cells);
    }

    static List<Measured> read(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        String[] columns = lines.get(0).split(",");
        List<Measured> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                cells.put(columns[i], values[i]);
            }
            rows.add(new Measured(cells));
        }
        return rows;
    }

    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    OptionalDouble figure(String column) {
        String text = text(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    double number(String column) {
        return figure(column).orElseThrow(() -> new IllegalStateException("no " + column + " in " + cells));
    }

    boolean valid() {
        return text("valid").equals("true");
    }

    /** What was set at this point, and nothing of what came of it. */
    StackModel settings(StackModel model) {
        return model.with(Parameter.POOL_MAX, number("poolMax"))
                .with(Parameter.POOL_ACQUIRE_TIMEOUT, number("acquireTimeoutMs") / 1000)
                .with(Parameter.CLIENT_RATE, number("rate"))
                .with(Parameter.POOL_SOCKET_TIMEOUT, number("socketTimeoutMs") / 1000)
                .with(Parameter.LB_MAXCONN, number("maxconn"))
                .with(Parameter.APP_INSTANCES, number("instances"))
                .with(Parameter.APP_RETRIES, number("tries") - 1)
                .with(Parameter.CLIENT_RETRIES, 0)
                .with(Parameter.CLIENT_TIMEOUT, Predicted.DEADLINE);
    }

    /** The settings in few words. */
    String point() {
        return "%s pool %s, wait %s ms, %s/s, socket %s s, slots %s%s%s"
                .formatted(
                        text("workload"),
                        text("poolMax"),
                        text("acquireTimeoutMs"),
                        text("rate"),
                        Math.round(number("socketTimeoutMs") / 1000),
                        text("maxconn"),
                        text("instances").equals("2") ? "" : ", instances " + text("instances"),
                        text("tries").equals("1") ? "" : ", tries " + text("tries"));
    }
}
