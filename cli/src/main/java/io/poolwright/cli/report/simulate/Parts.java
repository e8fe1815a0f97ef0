package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.ChartHtml;
import io.poolwright.cli.report.Mark;
import io.poolwright.cli.report.audit.Markup;
import io.poolwright.detect.Say;
import io.poolwright.simulate.fit.Unidentified;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts that these pages share. */
final class Parts {
    private Parts() {}

    /** Two outcomes beside each other, or one alone. */
    static void figures(Sheet sheet, Optional<Outcome> before, Optional<Outcome> after) {
        List<List<String>> rows = new ArrayList<>();
        for (Figures.Row row : Figures.ROWS) {
            rows.add(
                    before.isPresent()
                            ? List.of(row.name(), row.told(before), row.told(after))
                            : List.of(row.name(), row.told(after)));
        }
        sheet.table(
                "Mean and 95 % interval",
                before.isPresent() ? 2 : 1,
                before.isPresent() ? List.of("Figure", "Before", "After") : List.of("Figure", "Value"),
                rows);
    }

    /** The three rates, each with its shape, its interval and what it separates. */
    static void line(Sheet sheet, LoadLine line, Optional<LoadLine> before) {
        Markup out = sheet.out();
        out.put("<dl class=\"facts line\">");
        rate(out, Mark.PROMISE, line.slo(), before.map(LoadLine::slo));
        rate(out, Mark.SHOCK, line.vulnerable(), before.map(LoadLine::vulnerable));
        rate(out, Mark.COLLAPSE, line.collapse(), before.map(LoadLine::collapse));
        fact(
                out,
                Mark.NOW,
                "Load now",
                Say.rate(line.present()),
                line.regime().map(Words::regime).orElse(""));
        out.put("</dl>");
        line.binding()
                .ifPresent(
                        bound -> out.put("<p><strong>Binding:</strong> %s.</p>".formatted(Markup.text(bound.said()))));
        line.contradictions().forEach(said -> sheet.note("!", "Simulation and arithmetic disagree: " + said));
    }

    private static void rate(Markup out, Mark mark, Threshold threshold, Optional<Threshold> before) {
        String now = told(threshold);
        String was = before.map(other -> "; before the change " + told(other)).orElse("");
        String word = mark.word();
        fact(
                out,
                mark,
                word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1),
                now + was,
                threshold.why());
    }

    private static String told(Threshold threshold) {
        return threshold.rate().map(rate -> Figures.told(rate, Say::rate)).orElse("none");
    }

    private static void fact(Markup out, Mark mark, String name, String value, String why) {
        out.put("<div><dt>%s %s</dt><dd><strong>%s</strong> <span class=\"muted\">%s</span></dd></div>"
                .formatted(ChartHtml.glyph(mark), Markup.text(name), Markup.text(value), Markup.text(why)));
    }

    /** What an answer rests on. */
    static void basis(Sheet sheet, Basis basis) {
        Markup out = sheet.out();
        out.section("basis", "What this rests on", () -> {
            basis.notes().forEach(note -> sheet.note("▲", note));
            if (!basis.open().isEmpty()) {
                out.put("<h3>Not known</h3><ul class=\"plain\">");
                for (Unidentified open : basis.open()) {
                    out.put(
                            "<li><span class=\"shape\" aria-hidden=\"true\">?</span> <strong>%s</strong>: %s <span class=\"muted\">to know it: %s</span></li>"
                                    .formatted(
                                            Markup.text(open.what()),
                                            Markup.text(open.because()),
                                            Markup.text(open.measure())));
                }
                out.put("</ul>");
            }
            if (!basis.facts().isEmpty()) {
                sheet.table(
                        "Each value of the model, and where it comes from",
                        0,
                        List.of("Parameter", "Value", "How", "From"),
                        basis.facts().stream()
                                .map(fact -> List.of(
                                        fact.name(),
                                        fact.value(),
                                        (fact.how().isAssumed() ? "▲ " : "") + Basis.kind(fact.how()),
                                        Basis.source(fact.how())))
                                .toList());
            }
        });
    }
}
