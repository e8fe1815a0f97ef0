package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.Chart;
import io.poolwright.cli.report.audit.Markup;
import io.poolwright.detect.Say;
import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** A simulation as one HTML file that needs nothing else. The same run always gives the same text. */
public final class WhatIfHtml {
    private final WhatIf it;
    private final Sheet sheet;

    private WhatIfHtml(WhatIf it) {
        this.it = it;
        this.sheet = new Sheet("Poolwright: " + it.subject());
    }

    /** The page. */
    public static String write(WhatIf it) {
        return new WhatIfHtml(it).document();
    }

    private String document() {
        header();
        Markup out = sheet.out();
        it.line()
                .ifPresent(line -> out.section("load-line", "Load line", () -> {
                    if (!it.curve().isEmpty()) {
                        sheet.tall(Charts.load(it.curve(), it.line(), it.goal()));
                    }
                    Parts.line(sheet, line, it.lineBefore());
                }));
        if (!it.seconds().isEmpty()) {
            out.section("course", "The run, second by second", this::course);
        }
        if (!it.layers().isEmpty()) {
            out.section("layers", "Layers, outermost first", this::layers);
        }
        if (it.after().isPresent()) {
            out.section(
                    "figures",
                    it.before().isPresent()
                            ? "Before and after the change, over "
                                    + it.conditions().measured()
                            : "Over " + it.conditions().measured(),
                    () -> Parts.figures(sheet, it.before(), it.after()));
        }
        if (!it.remedies().isEmpty()) {
            out.section("remedies", "What single changes would do", this::remedies);
        }
        Parts.basis(sheet, it.basis());
        return sheet.end();
    }

    private void header() {
        boolean well = it.answer().exitCode() == 0;
        sheet.header(
                "Poolwright %s · simulation, a model and not a measurement".formatted(it.version()),
                it.subject(),
                well ? "healthy" : it.answer() == Answer.CANNOT_TELL ? "unknown" : "not-recovered",
                it.answer().sign(),
                it.answer().words(),
                it.why());
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Promise", Words.goal(it.goal())));
        facts.add(List.of("Load", it.conditions().load()));
        it.conditions().changes().forEach(change -> facts.add(List.of("Change", change)));
        it.conditions().faults().forEach(fault -> facts.add(List.of("Fault", fault)));
        it.after()
                .ifPresent(outcome -> facts.add(List.of(
                        "Runs",
                        "%s of %s, seeds from %d"
                                .formatted(
                                        Words.count(outcome.runs(), "independent run"),
                                        Say.time(it.conditions().seconds()),
                                        it.conditions().seed()))));
        sheet.endHeader(facts);
        it.partial().ifPresent(words -> sheet.note("▲", "Cut short; " + words + "."));
    }

    private void course() {
        sheet.out()
                .put(
                        "<p class=\"muted\">Seconds since the run began; each value is the mean over the runs. A band is a fault.</p>");
        for (Chart chart : Courses.of(it)) {
            sheet.low(chart);
        }
    }

    private void layers() {
        sheet.table(
                "Means over %s, all instances together"
                        .formatted(it.conditions().measured()),
                5,
                List.of("Layer", "Limit", "Used", "Utilisation", "Waiting", "Full from"),
                it.layers().stream()
                        .map(layer -> List.of(
                                layer.name(),
                                layer.limit().isPresent()
                                        ? Say.number(layer.limit().getAsDouble()) + " " + layer.counts()
                                        : "none",
                                Say.number(layer.used()),
                                maybe(layer.utilisation(), Say::percent),
                                maybe(layer.waiting(), Say::number),
                                maybe(layer.full(), Say::rate)))
                        .toList());
    }

    private static String maybe(OptionalDouble value, DoubleFunction<String> say) {
        return value.isPresent() ? say.apply(value.getAsDouble()) : "–";
    }

    private void remedies() {
        sheet.table(
                "Each alone, the rest as it is; the smallest change that restores comes first",
                2,
                List.of("Effect", "Change", "Answered well", "p99"),
                it.remedies().stream()
                        .map(remedy -> List.of(
                                remedy.effect().sign() + " " + remedy.effect().words(),
                                remedy.change(),
                                remedy.outcome()
                                        .map(outcome -> Numbers.percent(
                                                outcome.goodShare().mean()))
                                        .orElse("unknown"),
                                remedy.outcome()
                                        .flatMap(outcome -> outcome.p99())
                                        .map(p99 -> Say.time(p99.mean()))
                                        .orElse("nothing answered")))
                        .toList());
    }
}
