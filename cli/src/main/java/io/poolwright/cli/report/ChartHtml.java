package io.poolwright.cli.report;

import java.util.ArrayList;
import java.util.List;

/** A chart and a table as they stand in a page: legend, drawing, and the same numbers in words. */
public final class ChartHtml {
    /** Drawn twice, for a desk and for a phone: a drawing that is scaled down cannot be read. */
    private static final int WIDE = 1060;

    private static final int NARROW = 380;

    private final List<String> out = new ArrayList<>();

    private ChartHtml() {}

    /**
     * A chart with its heading, its legend and its table.
     *
     * @param plot height of the plot, in CSS pixels
     */
    public static List<String> figure(Chart chart, int plot) {
        ChartHtml page = new ChartHtml();
        page.chart(chart, plot);
        return List.copyOf(page.out);
    }

    /** A table that scrolls sideways where it is too wide. */
    public static List<String> table(Table table) {
        ChartHtml page = new ChartHtml();
        page.rows(table);
        return List.copyOf(page.out);
    }

    /** The shape of a mark, to stand in a line of text. */
    public static String glyph(Mark mark) {
        return "<svg class=\"glyph mark %s\" viewBox=\"-7 -7 14 14\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
                .formatted(mark.style(), mark.outline());
    }

    private void chart(Chart chart, int plot) {
        put("<figure id=\"chart-%s\"><figcaption><h3>%s <span class=\"unit\">%s</span></h3><p>%s</p></figcaption>"
                .formatted(chart.id(), Html.text(chart.title()), Html.text(chart.unit()), Html.text(chart.reading())));
        if (chart.known()) {
            legend(chart);
            put("<div class=\"wide\">" + Drawing.svg(chart, WIDE, plot) + "</div>");
            put("<div class=\"narrow\">" + Drawing.svg(chart, NARROW, plot) + "</div>");
            put("<details><summary>The same numbers as a table</summary>");
            rows(chart.table());
            put("</details>");
        } else {
            put("<p class=\"note\">? Unknown: none of it was measured.</p>");
        }
        put("</figure>");
    }

    private void legend(Chart chart) {
        put("<ul class=\"legend\">");
        for (Series series : chart.series()) {
            boolean area = series.look() == Series.Look.AREA;
            sample(area, (area ? "area " : "line ") + series.style(), series.name());
        }
        chart.ribbons().forEach(ribbon -> sample(true, "ribbon " + ribbon.style(), ribbon.name()));
        put("</ul>");
    }

    private void sample(boolean area, String style, String name) {
        String shape = area
                ? "<rect class=\"%s\" x=\"1\" y=\"1\" width=\"22\" height=\"10\"/>".formatted(style)
                : "<path class=\"%s\" d=\"M1,6H23\"/>".formatted(style);
        put("<li><svg class=\"swatch\" viewBox=\"0 0 24 12\" aria-hidden=\"true\">%s</svg> %s</li>"
                .formatted(shape, Html.text(name)));
    }

    private void rows(Table table) {
        put(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table><caption>%s</caption><thead><tr>"
                        .formatted(Html.text(table.caption()), Html.text(table.caption())));
        for (Table.Column column : table.columns()) {
            put("<th scope=\"col\"%s>%s</th>".formatted(number(column), Html.text(column.name())));
        }
        put("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            StringBuilder cells = new StringBuilder("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cells.append("<td%s>%s</td>".formatted(number(table.columns().get(i)), Html.text(row.get(i))));
            }
            put(cells.append("</tr>").toString());
        }
        put("</tbody></table></div>");
    }

    private static String number(Table.Column column) {
        return column.number() ? " class=\"number\"" : "";
    }

    private void put(String markup) {
        out.add(markup);
    }
}
