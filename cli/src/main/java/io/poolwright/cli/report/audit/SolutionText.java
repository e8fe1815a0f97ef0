package io.poolwright.cli.report.audit;

import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.solve.Step;
import io.poolwright.cli.terminal.Style;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** The whole consistent set of values, old beside new, with the arithmetic. */
final class SolutionText {
    private SolutionText() {}

    static List<String> of(Solved solved, Style style, int width) {
        List<String> lines = new ArrayList<>();
        String of = solved.environment().isEmpty() ? "" : " for " + Safe.line(solved.environment());
        lines.add(style.bold("A consistent set%s, outermost first".formatted(of)));
        for (Step step : solved.solution().steps()) {
            String change = step.stays()
                    ? "%s stays".formatted(step.fresh())
                    : "%s → %s".formatted(Drift.shown(step.setting()), step.fresh());
            String place = step.setting().origin().map(Origin::toString).orElse("not written");
            lines.add("  %s %s  %s  %s  %s"
                    .formatted(
                            step.stays() ? style.good(style.mark("✓", "=")) : style.warm(style.mark("▲", "!")),
                            Safe.line(step.part().toString()),
                            Safe.line(step.setting().name()),
                            style.bold(Safe.line(change)),
                            style.faint(Safe.line(place))));
            Wrap.to(width - 6, Safe.line(step.why())).forEach(part -> lines.add("      " + part));
        }
        for (String open : solved.solution().open()) {
            Wrap.to(width - 6, Safe.line("cannot be solved without " + open))
                    .forEach(part -> lines.add("    ? " + part));
        }
        if (solved.solution().steps().isEmpty() && solved.solution().open().isEmpty()) {
            lines.add("  nothing here has times or sizes to solve");
        }
        lines.add("");
        return lines;
    }
}
