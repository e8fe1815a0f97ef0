package io.poolwright.cli.report;

import java.util.List;
import java.util.stream.Collectors;

/** The report as a Markdown post-mortem, in the sections that post-mortems of such outages are written in. */
public final class ReportMarkdown {
    private final StringBuilder out = new StringBuilder();

    private ReportMarkdown() {}

    /** Writes the report; the same story always gives the same text. */
    public static String write(Story story) {
        return new ReportMarkdown().document(PostMortem.of(Case.of(story)));
    }

    private String document(PostMortem report) {
        line("# " + text(report.title()));
        line("**%s %s.** %s".formatted(report.state().glyph(), report.state().word(), text(report.headline())));
        line("_" + text(report.about()) + "_");
        if (!report.invalid().isEmpty()) {
            line("**Not valid:** " + text(String.join(" ", report.invalid())));
        }
        line("## Issue Summary");
        facts(report.summary());
        line("## Timeline");
        line("Times are UTC; in brackets, seconds since the load began.");
        timeline(report.timeline());
        line("## Root Cause and Resolution");
        resolution(report.resolution());
        line("## Corrective and Preventative Measures");
        report.noMeasures().ifPresent(why -> line(text(why)));
        measures(report.measures());
        line("## Figures");
        report.figures().forEach(this::table);
        if (!report.environment().isEmpty()) {
            line("### Environment");
            facts(report.environment());
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void timeline(List<Entry> entries) {
        if (entries.isEmpty()) {
            line("No moment was recorded.");
        }
        for (Entry entry : entries) {
            out.append("- **%s** (%s) %s %s: %s\n"
                    .formatted(
                            Utc.time(entry.at()),
                            Words.offset(entry.second()),
                            entry.mark().glyph(),
                            entry.mark().word(),
                            text(entry.text())));
            for (String measured : entry.measured()) {
                out.append("  - measured: ").append(text(measured)).append('\n');
            }
        }
        out.append('\n');
    }

    private void resolution(Resolution it) {
        line(text(String.join(" ", it.statement())));
        if (!it.parameter().isEmpty()) {
            line("### The parameter");
            facts(it.parameter());
        }
        it.evidence().ifPresent(this::table);
        it.suspects().ifPresent(this::table);
        bullets("What could not be told", it.open());
        bullets("Warnings", it.warnings());
        it.firstAid().ifPresent(aid -> bullets("First aid", List.of(aid)));
        bullets("Resolution", it.resolution());
    }

    private void bullets(String heading, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("### " + heading);
        items.forEach(item -> out.append("- ").append(text(item)).append('\n'));
        out.append('\n');
    }

    private void measures(List<Measure> measures) {
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            out.append(i + 1)
                    .append(". **")
                    .append(measure.area())
                    .append(".** ")
                    .append(text(measure.task()))
                    .append(" (")
                    .append(Measure.OWNER)
                    .append("; ")
                    .append(Measure.DUE)
                    .append(")\n");
        }
        if (!measures.isEmpty()) {
            out.append('\n');
        }
    }

    private void facts(List<Fact> facts) {
        facts.forEach(fact -> out.append("- **")
                .append(text(fact.label()))
                .append(":** ")
                .append(text(fact.text()))
                .append('\n'));
        out.append('\n');
    }

    private void table(Table table) {
        line("### " + text(table.caption()));
        if (table.rows().isEmpty()) {
            line("Nothing was measured.");
            return;
        }
        row(table.columns().stream().map(Table.Column::name).toList());
        out.append(table.columns().stream()
                        .map(column -> column.number() ? "---:" : "---")
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
        table.rows().forEach(this::row);
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append(cells.stream().map(ReportMarkdown::text).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }

    /** Text that stays text: no markup, no cell border, no second line. */
    static String text(String raw) {
        return raw.replaceAll("\\s+", " ")
                .replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replace("[", "\\[");
    }
}
