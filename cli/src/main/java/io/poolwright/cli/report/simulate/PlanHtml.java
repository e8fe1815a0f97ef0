package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.Markup;
import io.poolwright.detect.Say;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.plan.PlanStep;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as one HTML file that needs nothing else. */
public final class PlanHtml {
    private final Planned it;
    private final Plan plan;
    private final Sheet sheet;

    private PlanHtml(Planned it) {
        this.it = it;
        this.plan = it.plan();
        this.sheet = new Sheet("Poolwright plan: " + it.subject());
    }

    /** The page. */
    public static String write(Planned it) {
        return new PlanHtml(it).document();
    }

    private String document() {
        header();
        Markup out = sheet.out();
        if (!plan.measureNext().isEmpty()) {
            out.section("measure", "Measure next", () -> {
                out.put("<ul class=\"plain\">");
                plan.measureNext()
                        .forEach(one -> out.put("<li><span class=\"shape\" aria-hidden=\"true\">?</span> %s</li>"
                                .formatted(Markup.text(one))));
                out.put("</ul>");
            });
        }
        if (!plan.recommended().isEmpty()) {
            out.section("recommended", "Recommended", this::recommended);
        }
        if (!Sizes.of(plan).isEmpty()) {
            out.section("pool-sizes", "Pool sizes", () -> Sizes.of(plan).forEach(sheet::tall));
        }
        plan.after().or(plan::before).ifPresent(line -> out.section("load-line", "Load line", () -> line(line)));
        if (!plan.steps().isEmpty()) {
            out.section("steps", "One step at a time", this::steps);
        }
        if (plan.predictedBefore().isPresent() || plan.predictedAfter().isPresent()) {
            out.section(
                    "figures",
                    "Predicted at the peak",
                    () -> Parts.figures(sheet, plan.predictedBefore(), plan.predictedAfter()));
        }
        if (!plan.sensitivity().isEmpty()) {
            out.section("sensitivity", "If it is not as it was taken to be", this::sensitivity);
        }
        plan.notes().forEach(note -> sheet.note("▲", note));
        Parts.basis(sheet, it.basis());
        return sheet.end();
    }

    private void header() {
        sheet.header(
                "Poolwright %s · plan, a prediction and not a measurement".formatted(it.version()),
                it.subject(),
                switch (plan.kind()) {
                    case RECOMMENDED -> plan.keepsPromise() ? "healthy" : "not-recovered";
                    case NO_SIZE_HOLDS -> "not-recovered";
                    case ABSTAINED -> "unknown";
                },
                it.sign(),
                it.answer(),
                it.why());
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Promise", Words.goal(it.goal())));
        facts.add(List.of("Load", it.load()));
        plan.binding().ifPresent(bound -> facts.add(List.of("Binding", bound.said())));
        sheet.endHeader(facts);
        it.partial().ifPresent(words -> sheet.note("▲", "Cut short; " + words + "."));
    }

    private void recommended() {
        sheet.table(
                "Every setting that was looked at; from and to would do as well",
                0,
                List.of("", "Setting", "Now", "Then", "From", "To", "Why"),
                plan.recommended().stream()
                        .map(one -> List.of(
                                one.changes() ? "→ change" : "= stays",
                                one.parameter().id(),
                                Spoken.value(one.parameter(), one.present()),
                                Spoken.value(one.parameter(), one.value()),
                                Spoken.value(one.parameter(), one.low()),
                                Spoken.value(one.parameter(), one.high()),
                                one.why()))
                        .toList());
    }

    private void line(LoadLine line) {
        if (!it.curve().isEmpty()) {
            sheet.tall(Charts.load(it.curve(), plan.after().or(plan::before), it.goal()));
        }
        Parts.line(sheet, line, plan.after().isPresent() ? plan.before() : Optional.empty());
    }

    private void steps() {
        Markup out = sheet.out();
        out.put("<ol class=\"steps\">");
        for (PlanStep step : plan.steps()) {
            out.put("<li><strong>%s</strong>%s <span class=\"muted\">then %s answered well, p99 %s</span>"
                    .formatted(
                            Markup.text(step.said()),
                            step.safe() ? "" : " <span class=\"wrong\">✗ may make it worse meanwhile</span>",
                            Markup.text(Figures.told(step.predicted().goodShare(), Numbers::percent)),
                            Markup.text(Figures.told(step.predicted().p99(), Say::time))));
            step.rollback()
                    .forEach(one -> out.put("<span class=\"muted\">%s</span>".formatted(Markup.text(one.said()))));
            out.put("</li>");
        }
        out.put("</ol>");
    }

    private void sensitivity() {
        sheet.table(
                "With the recommended settings",
                2,
                List.of("", "If", "Answered well", "p99"),
                plan.sensitivity().stream()
                        .map(one -> List.of(
                                one.meets() ? "✓ promise kept" : "✗ promise broken",
                                one.what(),
                                Numbers.percent(one.outcome().goodShare().mean()),
                                Figures.told(one.outcome().p99(), Say::time)))
                        .toList());
    }
}
