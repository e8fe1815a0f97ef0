package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.Safe;
import io.poolwright.cli.report.audit.Told;
import io.poolwright.cli.terminal.Style;
import io.poolwright.detect.Say;
import io.poolwright.simulate.compare.Compared;
import io.poolwright.simulate.compare.GateVerdict;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Threshold;
import java.util.List;
import java.util.Optional;

/** A gate's answer as a few lines for the log of a pipeline: the verdict first, then the reasons, then what was compared. */
public final class GateText {
    private final Gated it;
    private final Page page;

    private GateText(Gated it, Style style, int width) {
        this.it = it;
        this.page = new Page(style, width);
    }

    /** The lines, without line ends. */
    public static List<String> of(Gated it, Style style, int width) {
        return new GateText(it, style, width).lines();
    }

    private List<String> lines() {
        Style style = page.style();
        boolean pass = it.verdict() == Gated.Verdict.PASS;
        String words = "%s %s"
                .formatted(
                        style.mark(
                                it.verdict().sign(),
                                pass ? "+" : it.verdict().sign().equals("?") ? "?" : "x"),
                        it.verdict().words());
        page.line("%s  %s → %s"
                .formatted(pass ? style.good(words) : style.bad(words), Safe.line(it.before()), Safe.line(it.after())));
        it.reasons().forEach(reason -> page.bullet(style.bad(style.mark("✗", "x")), reason));
        it.findings().stream().skip(it.failing()).forEach(this::finding);
        it.simulated().ifPresent(this::simulated);
        it.measured()
                .ifPresent(measured -> measured.figures().forEach(figure -> page.bullet(sign(figure), figure.said())));
        if (it.gone() > 0) {
            page.bullet(style.mark("●", "-"), "%s of the audit gone".formatted(Words.count(it.gone(), "finding")));
        }
        it.notes().forEach(note -> page.bullet(style.mark("●", "-"), note));
        it.partial().ifPresent(partial -> page.line("  " + partial));
        page.line(style.faint("(exit code %d)".formatted(it.exitCode())));
        return page.lines();
    }

    private void finding(Told told) {
        page.bullet(
                page.style().mark("▲", "!"),
                "new finding, %s: %s at %s: %s"
                        .formatted(
                                told.finding().severity().id(),
                                told.finding().rule(),
                                told.finding().at(),
                                told.finding().message()));
    }

    private void simulated(GateVerdict verdict) {
        Columns columns =
                new Columns("simulated at " + Say.rate(verdict.lineAfter().present()), "#before", "#after");
        Optional<Outcome> first = Optional.of(verdict.before());
        Optional<Outcome> second = Optional.of(verdict.after());
        for (Figures.Row row : Figures.ROWS.subList(0, 5)) {
            columns.row(row.name(), row.told(first), row.told(second));
        }
        columns.row(
                "promise kept up to",
                rate(verdict.lineBefore().slo()),
                rate(verdict.lineAfter().slo()));
        columns.row(
                "gets over a shock up to",
                rate(verdict.lineBefore().vulnerable()),
                rate(verdict.lineAfter().vulnerable()));
        columns.row(
                "stands by itself up to",
                rate(verdict.lineBefore().collapse()),
                rate(verdict.lineAfter().collapse()));
        columns.on(page);
    }

    private static String rate(Threshold threshold) {
        return threshold.rate().map(rate -> Figures.told(rate, Say::rate)).orElse("none");
    }

    private String sign(Compared figure) {
        return switch (figure.difference()) {
            case REGRESSION -> page.style().mark("✗", "x");
            case IMPROVEMENT -> page.style().mark("✓", "+");
            case NO_DIFFERENCE -> "=";
            case TOO_LITTLE_DATA -> "?";
        };
    }
}
