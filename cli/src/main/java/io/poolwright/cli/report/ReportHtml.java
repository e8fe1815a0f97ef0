package io.poolwright.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The report as one HTML file that needs nothing else: no network, no script, dark and light, fit for paper. */
public final class ReportHtml {
    private static final int TALL = 170;
    private static final int LOW = 110;

    private final StringBuilder out = new StringBuilder();

    private ReportHtml() {}

    /** Writes the report; the same story always gives the same text. */
    public static String write(Story story) {
        Case it = Case.of(story);
        PostMortem report = PostMortem.of(it);
        return new ReportHtml().document(report, Charts.of(it, report.timeline()));
    }

    private String document(PostMortem report, List<Chart> charts) {
        put("<!DOCTYPE html>");
        put("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        put("<meta name=\"color-scheme\" content=\"light dark\">");
        put("<title>" + Html.text(report.title()) + "</title>");
        put("<style>" + stylesheet() + "</style></head><body>");
        put(PATTERNS);
        put("<main>");
        header(report);
        section("issue-summary", "Issue Summary", () -> facts(report.summary(), "facts"));
        section("what-it-looked-like", "What It Looked Like", () -> charts(report, charts));
        section("root-cause-and-resolution", "Root Cause and Resolution", () -> resolution(report.resolution()));
        section("timeline", "Timeline", () -> timeline(report.timeline()));
        section("measures", "Corrective and Preventative Measures", () -> measures(report));
        section("figures", "Figures", () -> {
            report.figures().forEach(this::table);
            if (!report.environment().isEmpty()) {
                put("<h3>Environment</h3>");
                facts(report.environment(), "facts");
            }
        });
        put("</main></body></html>");
        return out.toString();
    }

    private void header(PostMortem report) {
        put("<header>");
        put("<p class=\"about\">" + Html.text(report.about()) + "</p>");
        put("<h1>" + Html.text(report.title()) + "</h1>");
        put("<p class=\"state %s\"><span class=\"shape\" aria-hidden=\"true\">%s</span> %s</p>"
                .formatted(
                        report.state().style(),
                        report.state().glyph(),
                        report.state().word()));
        put("<p class=\"headline\">" + Html.text(report.headline()) + "</p>");
        change(report.resolution().parameter());
        put("</header>");
        if (!report.invalid().isEmpty()) {
            put("<div class=\"note\"><strong>∅ Not valid.</strong> %s</div>"
                    .formatted(Html.text(String.join(" ", report.invalid()))));
        }
    }

    /** The parameter as it is and as it is to be. */
    private void change(List<Fact> parameter) {
        Optional<String> name = find(parameter, "Parameter");
        if (name.isEmpty()) {
            return;
        }
        put(
                "<p class=\"as-is-to-be\"><code>%s</code> <span class=\"from\">%s</span> <span class=\"arrow\">→</span> <strong>%s</strong> <span class=\"place\">%s</span></p>"
                        .formatted(
                                Html.text(name.get()),
                                Html.text(find(parameter, "In force").orElse(Words.UNKNOWN)),
                                Html.text(find(parameter, "Suggested").orElse(Words.UNKNOWN)),
                                Html.text(find(parameter, "Set at").orElse(Words.UNKNOWN))));
    }

    private static Optional<String> find(List<Fact> facts, String label) {
        return facts.stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::text)
                .findFirst();
    }

    private void charts(PostMortem report, List<Chart> charts) {
        List<Mark> marks = report.timeline().stream()
                .map(Entry::mark)
                .filter(mark -> mark != Mark.PHASE)
                .distinct()
                .sorted()
                .toList();
        put("<p class=\"muted\">All charts share one time axis: seconds since the load began, and UTC."
                + " Where a line breaks, the value is unknown.</p>");
        if (!marks.isEmpty()) {
            put("<ul class=\"legend\">");
            marks.forEach(mark -> put("<li>%s %s</li>".formatted(ChartHtml.glyph(mark), Html.text(mark.word()))));
            put("</ul>");
        }
        charts.forEach(this::chart);
    }

    private void chart(Chart chart) {
        ChartHtml.figure(chart, chart.id().equals("customers") ? TALL : LOW).forEach(this::put);
    }

    private void resolution(Resolution it) {
        put("<div class=\"card\">");
        put("<p class=\"statement\">" + Html.text(String.join(" ", it.statement())) + "</p>");
        facts(it.parameter(), "facts parameter");
        it.firstAid().ifPresent(aid -> aside("First aid", "✚", List.of(aid)));
        aside("Warnings", "▲", it.warnings());
        aside("Resolution", "▼", it.resolution());
        put("</div>");
        it.evidence().ifPresent(this::table);
        it.suspects().ifPresent(this::table);
        if (!it.open().isEmpty()) {
            put("<h3>What could not be told</h3><ul class=\"plain\">");
            it.open()
                    .forEach(text -> put(
                            "<li><span class=\"shape\" aria-hidden=\"true\">?</span> " + Html.text(text) + "</li>"));
            put("</ul>");
        }
    }

    private void aside(String heading, String shape, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        put("<h3><span class=\"shape\" aria-hidden=\"true\">%s</span> %s</h3>".formatted(shape, heading));
        items.forEach(item -> put("<p>" + Html.text(item) + "</p>"));
    }

    private void timeline(List<Entry> entries) {
        if (entries.isEmpty()) {
            put("<p>No moment was recorded.</p>");
            return;
        }
        put("<ol class=\"timeline\">");
        for (Entry entry : entries) {
            put(
                    "<li class=\"%s\"><span class=\"when\"><time datetime=\"%s\">%s</time> <span class=\"muted\">%s</span></span>"
                            .formatted(
                                    entry.mark().style(),
                                    Html.text(entry.at().toString()),
                                    Utc.time(entry.at()),
                                    Words.offset(entry.second())));
            put("<span class=\"what\">%s <span class=\"kind\">%s</span> %s"
                    .formatted(
                            ChartHtml.glyph(entry.mark()),
                            Html.text(entry.mark().word()),
                            Html.text(entry.text())));
            entry.measured().forEach(text -> put("<span class=\"measured\">measured: " + Html.text(text) + "</span>"));
            put("</span></li>");
        }
        put("</ol>");
    }

    private void measures(PostMortem report) {
        report.noMeasures().ifPresent(why -> put("<p>" + Html.text(why) + "</p>"));
        if (report.measures().isEmpty()) {
            return;
        }
        put("<ol class=\"measures\">");
        report.measures()
                .forEach(measure -> put("<li><strong>%s.</strong> %s <span class=\"muted\">%s · %s</span></li>"
                        .formatted(Html.text(measure.area()), Html.text(measure.task()), Measure.OWNER, Measure.DUE)));
        put("</ol>");
    }

    private void facts(List<Fact> facts, String style) {
        if (facts.isEmpty()) {
            return;
        }
        put("<dl class=\"" + style + "\">");
        facts.forEach(fact ->
                put("<div><dt>%s</dt><dd>%s</dd></div>".formatted(Html.text(fact.label()), Html.text(fact.text()))));
        put("</dl>");
    }

    private void table(Table table) {
        ChartHtml.table(table).forEach(this::put);
    }

    private void section(String id, String title, Runnable content) {
        put("<section id=\"%s\"><h2>%s</h2>".formatted(id, title));
        content.run();
        put("</section>");
    }

    private void put(String markup) {
        out.append(markup).append('\n');
    }

    /** What areas are filled with, so that they differ in print and to the colour-blind. */
    private static final String PATTERNS = """
            <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs>
            <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="late-ground" width="6" height="6"/><circle class="late-ink" cx="3" cy="3" r="1.3"/></pattern>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="failed-ground" width="6" height="6"/><rect class="failed-ink" width="2.6" height="6"/></pattern>
            </defs></svg>""";

    private static String stylesheet() {
        try (InputStream css = ReportHtml.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(css, "report.css is missing from the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css could not be read from the jar", e);
        }
    }
}
