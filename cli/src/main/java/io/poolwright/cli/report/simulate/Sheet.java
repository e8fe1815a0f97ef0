package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.Chart;
import io.poolwright.cli.report.ChartHtml;
import io.poolwright.cli.report.Table;
import io.poolwright.cli.report.audit.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One HTML file that needs nothing else: no network, no script, dark and light, fit for paper. */
final class Sheet {
    private static final int TALL = 220;
    private static final int LOW = 120;

    private final Markup out = new Markup();

    /** Begins the page with its style. */
    Sheet(String title) {
        out.put("<!DOCTYPE html>");
        out.put("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.put("<meta name=\"color-scheme\" content=\"light dark\">");
        out.put("<title>%s</title>".formatted(Markup.text(title)));
        out.put("<style>" + resource("/io/poolwright/cli/report/report.css"));
        out.put(resource("/io/poolwright/cli/report/simulate/simulate.css") + "</style></head><body>");
        out.put(PATTERNS);
        out.put("<main>");
    }

    Markup out() {
        return out;
    }

    /** What it is about, in the order in which it is read: what, the answer, why. */
    void header(String about, String title, String style, String sign, String answer, String why) {
        out.put("<header><p class=\"about\">%s</p>".formatted(Markup.text(about)));
        out.put("<h1>%s</h1>".formatted(Markup.text(title)));
        out.put("<p class=\"state %s\"><span class=\"shape\" aria-hidden=\"true\">%s</span> %s</p>"
                .formatted(style, sign, Markup.text(answer)));
        out.put("<p class=\"headline\">%s</p>".formatted(Markup.text(why)));
    }

    void endHeader(List<List<String>> facts) {
        out.facts(facts);
        out.put("</header>");
    }

    void tall(Chart chart) {
        ChartHtml.figure(chart, TALL).forEach(out::put);
    }

    void low(Chart chart) {
        ChartHtml.figure(chart, LOW).forEach(out::put);
    }

    void table(Table table) {
        ChartHtml.table(table).forEach(out::put);
    }

    /** A table whose columns all hold text, but for the last {@code numbers}. */
    void table(String caption, int numbers, List<String> headings, List<List<String>> rows) {
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            columns.add(
                    i < headings.size() - numbers
                            ? Table.Column.text(headings.get(i))
                            : Table.Column.number(headings.get(i)));
        }
        table(new Table(caption, columns, rows));
    }

    void note(String sign, String text) {
        out.put("<div class=\"note\"><span class=\"shape\" aria-hidden=\"true\">%s</span> %s</div>"
                .formatted(sign, Markup.text(text)));
    }

    /** The whole page. */
    String end() {
        out.put("</main></body></html>");
        return out.toString();
    }

    /** What areas are filled with, so that they differ in print and to the colour-blind. */
    private static final String PATTERNS = """
            <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs>
            <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="late-ground" width="6" height="6"/><circle class="late-ink" cx="3" cy="3" r="1.3"/></pattern>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="failed-ground" width="6" height="6"/><rect class="failed-ink" width="2.6" height="6"/></pattern>
            </defs></svg>""";

    private static String resource(String name) {
        try (InputStream css = Sheet.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(css, name + " is missing from the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read from the jar", e);
        }
    }
}
