package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.Safe;
import io.poolwright.cli.terminal.Style;
import io.poolwright.detect.Say;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.plan.PlanStep;
import io.poolwright.simulate.plan.PoolPoint;
import io.poolwright.simulate.plan.Recommendation;
import io.poolwright.simulate.search.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan for people at a terminal. */
public final class PlanText {
    private final Planned it;
    private final Plan plan;
    private final Page page;

    private PlanText(Planned it, Style style, int width) {
        this.it = it;
        this.plan = it.plan();
        this.page = new Page(style, width);
    }

    /** The lines, without line ends. */
    public static List<String> of(Planned it, Style style, int width) {
        return new PlanText(it, style, width).lines();
    }

    private List<String> lines() {
        verdict();
        measure();
        recommended();
        steps();
        figures();
        pools();
        plan.after()
                .or(plan::before)
                .ifPresent(
                        line -> LineText.on(page, line, plan.after().isPresent() ? plan.before() : Optional.empty()));
        sensitivity();
        plan.notes().forEach(note -> page.bullet(page.style().mark("●", "-"), note));
        BasisText.on(page, it.basis(), false);
        page.empty();
        it.partial().ifPresent(words -> page.line(page.style().warm(words)));
        page.line(page.style().faint("(exit code %d)".formatted(it.exitCode())));
        return page.lines();
    }

    private void verdict() {
        Style style = page.style();
        boolean well = plan.kind() == Plan.Kind.RECOMMENDED && plan.keepsPromise();
        String words = "%s %s"
                .formatted(
                        style.mark(
                                it.sign(),
                                well ? "+" : plan.abstained() ? "?" : plan.kind() == Plan.Kind.RECOMMENDED ? "!" : "x"),
                        it.answer().toUpperCase(Locale.ROOT));
        page.line("%s  %s".formatted(well ? style.good(words) : style.bad(words), Safe.line(it.subject())));
        page.sentence(it.why());
        page.labelled("promise", Words.goal(it.goal()));
        page.labelled("load", it.load());
        plan.binding().ifPresent(bound -> page.labelled("binding", bound.said()));
    }

    private void measure() {
        if (plan.measureNext().isEmpty()) {
            return;
        }
        page.heading("Measure next");
        plan.measureNext().forEach(one -> page.bullet(page.style().warm("?"), one));
    }

    private void recommended() {
        if (plan.recommended().isEmpty()) {
            return;
        }
        page.heading("Recommended");
        Columns columns = new Columns("", "setting", "#now", "#then", "#from", "#to");
        for (Recommendation one : plan.recommended()) {
            columns.row(
                    one.changes() ? page.style().mark("→", ">") : "=",
                    one.parameter().id(),
                    Spoken.value(one.parameter(), one.present()),
                    Spoken.value(one.parameter(), one.value()),
                    Spoken.value(one.parameter(), one.low()),
                    Spoken.value(one.parameter(), one.high()));
        }
        columns.on(page);
        plan.changes()
                .forEach(one ->
                        page.bullet(page.style().mark("●", "-"), one.parameter().id() + ": " + one.why()));
    }

    private void steps() {
        if (plan.steps().isEmpty()) {
            return;
        }
        page.heading("One step at a time");
        int number = 1;
        for (PlanStep step : plan.steps()) {
            page.bullet(
                    number + ".", "%s%s".formatted(step.said(), step.safe() ? "" : "  (may make it worse meanwhile)"));
            page.bullet(
                    " ",
                    "then %s answered well, p99 %s"
                            .formatted(
                                    Figures.told(step.predicted().goodShare(), Numbers::percent),
                                    Figures.told(step.predicted().p99(), Say::time)));
            step.rollback().forEach(one -> page.bullet(" ", one.said()));
            number++;
        }
    }

    private void figures() {
        if (plan.predictedBefore().isEmpty() && plan.predictedAfter().isEmpty()) {
            return;
        }
        page.heading("Predicted at the peak");
        Columns columns = new Columns("", "#as it is", "#as recommended");
        for (Figures.Row row : Figures.ROWS) {
            columns.row(row.name(), row.told(plan.predictedBefore()), row.told(plan.predictedAfter()));
        }
        columns.on(page);
    }

    private void pools() {
        if (plan.pools().isEmpty()) {
            return;
        }
        page.heading("Pool sizes tried  (p99 counts a failed request as long as clients wait)");
        Columns columns = new Columns("#size", "#answered well", "#p99", "#as good as the best in");
        for (PoolPoint point : plan.pools()) {
            columns.row(
                    Integer.toString(point.size()),
                    Figures.told(point.goodShare(), Numbers::percent),
                    Figures.told(point.tail(), Say::time),
                    Numbers.percent(point.plateau()) + " of the stacks");
        }
        columns.on(page);
    }

    private void sensitivity() {
        if (plan.sensitivity().isEmpty()) {
            return;
        }
        page.heading("If it is not as it was taken to be");
        plan.sensitivity()
                .forEach(one -> page.bullet(
                        page.style().mark(one.meets() ? "✓" : "✗", one.meets() ? "+" : "x"),
                        "%s: %s answered well, p99 %s%s"
                                .formatted(
                                        one.what(),
                                        Numbers.percent(
                                                one.outcome().goodShare().mean()),
                                        Figures.told(one.outcome().p99(), Say::time),
                                        one.meets() ? "" : ": the promise is broken")));
    }
}
