package io.poolwright.cli.report.audit;

import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.drift.DriftMatrix;
import io.poolwright.audit.drift.DriftRow;
import io.poolwright.audit.picture.FleetBudget;
import io.poolwright.audit.picture.TimeoutLadder;
import io.poolwright.audit.solve.Step;
import io.poolwright.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An audit as one HTML file that needs nothing else: no network, no script, dark and light, fit for paper. */
public final class AuditHtml {
    private static final int MOST_LADDERS = 12;

    private final Markup out = new Markup();
    private final AuditStory story;

    private AuditHtml(AuditStory story) {
        this.story = story;
    }

    /** The page; the same story always gives the same text. */
    public static String write(AuditStory story) {
        return new AuditHtml(story).document();
    }

    private String document() {
        out.put("<!DOCTYPE html>");
        out.put("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.put("<meta name=\"color-scheme\" content=\"light dark\">");
        out.put("<title>Poolwright audit</title>");
        out.put("<style>" + resource("/io/poolwright/cli/report/report.css"));
        out.put(resource("/io/poolwright/cli/report/audit/audit.css") + "</style></head><body>");
        out.put(PATTERNS);
        out.put("<main>");
        header();
        ladders();
        budgets();
        findings();
        story.drift().ifPresent(matrix -> out.section("environments", "Environments", () -> drift(matrix)));
        solved();
        cannotTell();
        suppressed();
        out.section("coverage", "What was read", this::coverage);
        out.put("</main></body></html>");
        return out.toString();
    }

    private void header() {
        String words = Counted.verdict(story);
        int colon = words.indexOf(':');
        String style = story.exitCode() == 0 ? "healthy" : story.exitCode() == 1 ? "not-recovered" : "unknown";
        String shape = story.exitCode() == 0 ? "✓" : story.exitCode() == 1 ? "✗" : "?";
        out.put("<header><p class=\"about\">Poolwright %s · audit of configuration</p>"
                .formatted(Markup.text(story.version())));
        out.put("<h1>Poolwright audit</h1>");
        out.put("<p class=\"state %s\"><span class=\"shape\" aria-hidden=\"true\">%s</span> %s</p>"
                .formatted(style, shape, Markup.text(words.substring(0, colon))));
        out.put("<p class=\"headline\">%s.</p>"
                .formatted(Markup.text(words.substring(colon + 1).strip())));
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Findings", Counted.severities(story)));
        if (story.gate().baseline()) {
            long known = story.findings().stream().filter(Told::known).count();
            facts.add(List.of(
                    "Baseline",
                    "%d new, %d known, %d gone"
                            .formatted(
                                    story.findings().size() - known,
                                    known,
                                    story.gate().gone())));
        }
        facts.add(List.of("Suppressed", Counted.count(story.suppressed().size(), "finding")));
        facts.add(List.of("Cannot tell", Counted.count(Counted.missing(story).size(), "missing input")));
        facts.add(List.of(
                "Read",
                "%s; %d could not be read"
                        .formatted(
                                Counted.count(story.read().size(), "file"),
                                story.unread().size() + story.broken().size())));
        out.facts(facts);
        out.put("</header>");
    }

    private void ladders() {
        List<TimeoutLadder> ladders = story.stacks().stream()
                .flatMap(stack -> TimeoutLadder.of(stack).stream())
                .distinct()
                .sorted(Comparator.comparing(ladder -> !ladder.isInverted()))
                .toList();
        if (ladders.isEmpty()) {
            return;
        }
        out.section("ladder", "Timeout ladder", () -> {
            out.put(
                    "<p class=\"muted\">Whoever waits for another must wait longer: each limit shorter than those above it.</p>");
            LadderHtml drawing = new LadderHtml(out);
            ladders.stream().limit(MOST_LADDERS).forEach(drawing::draw);
            if (ladders.size() > MOST_LADDERS) {
                out.put("<p class=\"muted\">%d more ladders are left out; those with an inversion are shown first.</p>"
                        .formatted(ladders.size() - MOST_LADDERS));
            }
        });
    }

    private void budgets() {
        List<FleetBudget> budgets = story.stacks().stream()
                .flatMap(stack -> FleetBudget.of(stack).stream())
                .distinct()
                .toList();
        if (budgets.isEmpty()) {
            return;
        }
        out.section("budget", "Fleet budget", () -> {
            out.put("<p class=\"muted\">What all copies can hold open at once, against what the database has."
                    + " A question mark is a figure that no file tells.</p>");
            budgets.forEach(new BudgetHtml(out)::draw);
        });
    }

    private void findings() {
        out.section("findings", "Findings", () -> {
            FindingHtml card = new FindingHtml(out, story.gate().baseline());
            if (story.shown().isEmpty()) {
                out.put("<p>None at or above %s.</p>"
                        .formatted(story.gate().level().id()));
            }
            story.shown().forEach(card::draw);
            List<Told> lower = story.findings().stream()
                    .filter(told -> !story.shown().contains(told))
                    .toList();
            if (!lower.isEmpty()) {
                out.put("<details><summary>%s below %s</summary>"
                        .formatted(
                                Counted.count(lower.size(), "finding"),
                                story.gate().level().id()));
                lower.forEach(card::draw);
                out.put("</details>");
            }
        });
    }

    private void drift(DriftMatrix matrix) {
        List<String> columns = new ArrayList<>(List.of("Part", "Setting"));
        columns.addAll(matrix.environments());
        columns.add("State");
        List<DriftMatrix.Line> sorted = matrix.rows().stream()
                .sorted(Comparator.comparing(line -> line.state() == DriftRow.State.SAME))
                .toList();
        out.table("Settings beside each other, those that differ first", columns);
        for (DriftMatrix.Line line : sorted) {
            List<String> cells =
                    new ArrayList<>(List.of(line.row().part(), line.row().setting()));
            matrix.environments()
                    .forEach(one ->
                            cells.add(line.row().in(one).map(Drift::shown).orElse("–")));
            boolean wrong = line.state() == DriftRow.State.DIFFERENT || line.state() == DriftRow.State.MISSING;
            cells.add((wrong ? "▲ " : "") + DriftText.word(line.state()));
            out.row(cells);
        }
        out.endTable();
    }

    private void solved() {
        for (Solved one : story.solved()) {
            String of = one.environment().isEmpty() ? "" : " for " + Markup.text(one.environment());
            out.section("solved", "A consistent set" + of, () -> {
                out.table("Outermost first", List.of("Part", "Setting", "Now", "Then", "Why", "Where"));
                for (Step step : one.solution().steps()) {
                    out.row(List.of(
                            step.part().toString(),
                            step.setting().name(),
                            Drift.shown(step.setting()),
                            step.stays() ? "stays" : step.fresh(),
                            step.why(),
                            step.setting().origin().map(Origin::toString).orElse("not written")));
                }
                out.endTable();
                one.solution()
                        .open()
                        .forEach(open -> out.put("<p>? Cannot be solved without %s.</p>".formatted(Markup.text(open))));
            });
        }
    }

    private void cannotTell() {
        Map<String, Set<String>> missing = Counted.missing(story);
        if (missing.isEmpty()) {
            return;
        }
        out.section("cannot-tell", "What could not be told", () -> {
            out.put("<ul class=\"plain\">");
            missing.forEach((input, rules) -> out.put(
                    "<li><span class=\"shape\" aria-hidden=\"true\">?</span> %s <span class=\"muted\">then %s could judge: %s</span></li>"
                            .formatted(
                                    Markup.text(input),
                                    Counted.count(rules.size(), "rule"),
                                    Markup.text(String.join(", ", rules)))));
            out.put("</ul>");
        });
    }

    private void suppressed() {
        if (story.suppressed().isEmpty()) {
            return;
        }
        out.section("suppressed", "Suppressed", () -> {
            out.table("By a comment in the file", List.of("Rule", "Where", "Reason", "Until"));
            story.suppressed()
                    .forEach(one -> out.row(List.of(
                            one.told().finding().rule(),
                            one.told().finding().at().toString(),
                            one.by().reason().orElse(""),
                            one.by().until().map(String::valueOf).orElse("no end"))));
            out.endTable();
        });
    }

    private void coverage() {
        out.put("<p>%s</p>".formatted(story.read().isEmpty() ? "Nothing." : Markup.text(Counted.formats(story)) + "."));
        story.unread()
                .forEach(one -> out.put("<div class=\"note\"><strong>✗ Not read:</strong> <code>%s</code> %s</div>"
                        .formatted(
                                Markup.text(one.at().map(Origin::toString).orElse(one.path())),
                                Markup.text(one.reason()))));
        story.broken()
                .forEach(reason ->
                        out.put("<div class=\"note\"><strong>✗ A rule of Poolwright's own failed:</strong> %s</div>"
                                .formatted(Markup.text(reason))));
        story.notes().forEach(note -> out.put("<div class=\"note\">▲ %s</div>".formatted(Markup.text(note))));
        if (!story.read().isEmpty()) {
            out.put("<details><summary>%s</summary><ul class=\"plain\">"
                    .formatted(Counted.count(story.read().size(), "file")));
            story.read()
                    .forEach(file -> out.put("<li><code>%s</code> <span class=\"muted\">%s</span></li>"
                            .formatted(Markup.text(file.path()), Markup.text(file.format()))));
            out.put("</ul></details>");
        }
        if (!story.remarks().isEmpty()) {
            out.put("<details><summary>%s left alone on purpose</summary><ul class=\"plain\">"
                    .formatted(Counted.count(story.remarks().size(), "thing")));
            story.remarks()
                    .forEach(one -> out.put("<li><code>%s</code> %s</li>"
                            .formatted(Markup.text(one.path()), Markup.text(one.reason()))));
            out.put("</ul></details>");
        }
    }

    /** What an inverted and an endless bar are filled with, so that they differ in print and to the colour-blind. */
    private static final String PATTERNS = """
            <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="failed-ground" width="6" height="6"/><rect class="failed-ink" width="2.6" height="6"/></pattern>
            </defs></svg>""";

    private static String resource(String name) {
        try (InputStream css = AuditHtml.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(css, name + " is missing from the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read from the jar", e);
        }
    }
}
