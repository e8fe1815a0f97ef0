package io.poolwright.cli.report.audit;

import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.drift.DriftMatrix;
import io.poolwright.audit.drift.DriftRow;
import io.poolwright.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** The settings that differ between environments, beside each other. */
final class DriftText {
    private DriftText() {}

    static List<String> of(DriftMatrix matrix, Style style, int width) {
        List<String> lines = new ArrayList<>();
        List<DriftMatrix.Line> differing = matrix.rows().stream()
                .filter(line -> line.state() != DriftRow.State.SAME)
                .toList();
        lines.add(style.bold("Environments: " + Safe.line(String.join(", ", matrix.environments())))
                + "  %s compared, %d differ"
                        .formatted(Counted.count(matrix.rows().size(), "setting"), differing.size()));
        String part = "";
        for (DriftMatrix.Line line : differing) {
            if (!line.row().part().equals(part)) {
                part = line.row().part();
                lines.add("  " + Safe.line(part));
            }
            String values = String.join(
                    "  ",
                    matrix.environments().stream()
                            .map(one -> one + " "
                                    + line.row().in(one).map(Drift::shown).orElse("–"))
                            .toList());
            List<String> parts = Wrap.to(
                    width - 8, Safe.line("%s: %s  %s".formatted(line.row().setting(), values, word(line.state()))));
            for (int i = 0; i < parts.size(); i++) {
                lines.add((i == 0 ? "    " + sign(line.state(), style) + " " : "      ") + parts.get(i));
            }
        }
        lines.add("");
        return lines;
    }

    /** What the state of a row means. */
    static String word(DriftRow.State state) {
        return switch (state) {
            case SAME -> "same";
            case INTENDED -> "(intended)";
            case DIFFERENT -> "(differs)";
            case MISSING -> "(written in one, a default in another)";
            case UNKNOWN -> "(not all known)";
        };
    }

    private static String sign(DriftRow.State state, Style style) {
        return switch (state) {
            case DIFFERENT, MISSING -> style.warm(style.mark("▲", "!"));
            case UNKNOWN -> "?";
            case SAME, INTENDED -> style.mark("✓", "=");
        };
    }
}
