package io.poolwright.cli.report.audit;

import io.poolwright.cli.report.Html;
import java.util.List;

/** Collects markup; everything that comes from a file goes through {@link #text}. */
public final class Markup {
    private final StringBuilder out = new StringBuilder(32_768);

    /** Text made safe: nothing in it is markup, and nothing in it acts. */
    public static String text(String raw) {
        return Html.text(Safe.line(raw));
    }

    /** A line of markup, as it is. */
    public Markup put(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** A section with its heading. */
    public void section(String id, String title, Runnable content) {
        put("<section id=\"%s\"><h2>%s</h2>".formatted(id, title));
        content.run();
        put("</section>");
    }

    /** Names and what belongs to them. */
    public void facts(List<List<String>> facts) {
        put("<dl class=\"facts\">");
        facts.forEach(fact -> put("<div><dt>%s</dt><dd>%s</dd></div>".formatted(text(fact.get(0)), text(fact.get(1)))));
        put("</dl>");
    }

    /** Begins a table that scrolls sideways where it is too wide. */
    public void table(String caption, List<String> columns) {
        put(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><caption>%s</caption><thead><tr>"
                        .formatted(text(caption), text(caption)));
        columns.forEach(column -> put("<th scope=\"col\"%s>%s</th>"
                .formatted(column.startsWith("#") ? " class=\"number\"" : "", text(column.replaceFirst("^#", "")))));
        put("</tr></thead><tbody>");
    }

    /** A row; a cell that begins with {@code #} holds a number. */
    public void row(List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        cells.forEach(cell -> row.append("<td%s>%s</td>"
                .formatted(cell.startsWith("#") ? " class=\"number\"" : "", text(cell.replaceFirst("^#", "")))));
        put(row.append("</tr>").toString());
    }

    /** Ends it. */
    public void endTable() {
        put("</tbody></table></div>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
