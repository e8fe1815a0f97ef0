package io.poolwright.cli.report.simulate;

import io.poolwright.detect.Say;
import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Threshold;
import java.util.Optional;

/** A load line in words: three rates with their intervals, and what limits the stack by arithmetic. */
final class LineText {
    private LineText() {}

    /**
     * Puts it on a page.
     *
     * @param before the same without the change, when there is one
     */
    static void on(Page page, LoadLine line, Optional<LoadLine> before) {
        page.heading("Load line");
        row(page, "promise kept up to", line.slo(), before.map(LoadLine::slo));
        row(page, "gets over a shock up to", line.vulnerable(), before.map(LoadLine::vulnerable));
        row(page, "stands by itself up to", line.collapse(), before.map(LoadLine::collapse));
        page.line("  %-26s %s%s"
                .formatted(
                        "now",
                        Say.rate(line.present()),
                        line.regime().map(regime -> ": " + Words.regime(regime)).orElse("")));
        line.recovery()
                .ifPresent(recovery ->
                        page.line("  %-26s %s".formatted("after a shock well in", Figures.told(recovery, Say::time))));
        line.binding()
                .map(Bound::said)
                .ifPresent(said -> page.bullet(page.style().mark("●", "-"), "binding: " + said));
        line.contradictions()
                .forEach(said -> page.bullet(page.style().warm("!"), "simulation and arithmetic disagree: " + said));
    }

    private static void row(Page page, String name, Threshold threshold, Optional<Threshold> before) {
        String was = before.map(other -> "  before: " + rate(other)).orElse("");
        page.line("  %-26s %s%s".formatted(name, rate(threshold), was));
        if (threshold.rate().isEmpty()) {
            page.line("  %-26s %s".formatted("", page.style().faint(threshold.why())));
        }
    }

    private static String rate(Threshold threshold) {
        return threshold.rate().map(known -> Figures.told(known, Say::rate)).orElse("none");
    }
}
