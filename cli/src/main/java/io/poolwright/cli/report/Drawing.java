package io.poolwright.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart drawn as SVG of a given size. Colours come from the style sheet around it, so one drawing serves dark and light.
 *
 * <p>Order: bands, grid, ribbons, areas, lines, marks. What is unknown is left out, never drawn at zero.
 */
final class Drawing {
    private static final int LEFT = 52;
    private static final int RIGHT = 28;
    private static final int FOOT = 36;
    private static final int PHASE_ROW = 18;
    private static final int MARK_ROW = 14;
    private static final int GLYPH = 13;
    private static final double LETTER = 6.3;

    private final StringBuilder out = new StringBuilder();
    private final Chart chart;
    private final int width;
    private final int height;
    private final List<Placed> marks;
    private final int top;

    /** A mark and the row that it stands in. */
    private record Placed(Across.Sign sign, double x, int row) {}

    private Drawing(Chart chart, int width, int plot) {
        this.chart = chart;
        this.width = width;
        this.marks = place();
        int rows = marks.stream().mapToInt(Placed::row).max().orElse(-1) + 1;
        this.top = PHASE_ROW + rows * MARK_ROW + 4;
        this.height = top + plot + FOOT;
    }

    /**
     * Draws a chart.
     *
     * @param chart what
     * @param width of the drawing, in CSS pixels
     * @param plot height of the plot inside it, in CSS pixels
     */
    static String svg(Chart chart, int width, int plot) {
        return new Drawing(chart, width, plot).draw();
    }

    private String draw() {
        put("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(width, height, Html.text(chart.title() + ": " + chart.reading())));
        bands();
        grid();
        chart.ribbons().forEach(this::ribbon);
        areas();
        chart.series().stream().filter(it -> it.look() != Series.Look.AREA).forEach(this::line);
        marks.forEach(this::mark);
        put("</svg>");
        return out.toString();
    }

    private void bands() {
        List<Across.Band> stretches = chart.across().bands();
        for (int i = 0; i < stretches.size(); i++) {
            Across.Band stretch = stretches.get(i);
            double from = x(stretch.from());
            double to = x(stretch.to());
            put("<rect class=\"band%d\" x=\"%s\" y=\"0\" width=\"%s\" height=\"%d\"/>"
                    .formatted(i % 2, n(from), n(Math.max(0, to - from)), height - FOOT));
            String label = fit(stretch.name(), to - from - 8);
            if (!label.isEmpty()) {
                put("<text class=\"phase-name\" x=\"%s\" y=\"13\">%s</text>".formatted(n(from + 5), Html.text(label)));
            }
        }
    }

    private static String fit(String name, double room) {
        int letters = (int) (room / LETTER);
        if (name.length() <= letters) {
            return name;
        }
        return letters < 4 ? "" : name.substring(0, letters - 1).strip() + "…";
    }

    private void grid() {
        for (double tick : chart.axis().ticks()) {
            double y = y(tick);
            put("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                    .formatted(LEFT, width - RIGHT, n(y), n(y)));
            put("<text class=\"tick end\" x=\"%d\" y=\"%s\">%s</text>"
                    .formatted(
                            LEFT - 6, n(y + 4), Html.text(chart.axis().label().apply(tick))));
        }
        int foot = height - FOOT;
        for (Across.Tick tick : chart.across().ticks(Math.max(2, (width - LEFT - RIGHT) / 74))) {
            double x = x(tick.at());
            put("<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>".formatted(n(x), n(x), foot, foot + 4));
            for (int i = 0; i < tick.labels().size(); i++) {
                put("<text class=\"tick mid\" x=\"%s\" y=\"%d\">%s</text>"
                        .formatted(
                                n(x),
                                foot + 17 + 13 * i,
                                Html.text(tick.labels().get(i))));
            }
        }
        if (!chart.across().title().isEmpty()) {
            put("<text class=\"tick mid\" x=\"%s\" y=\"%d\">%s</text>"
                    .formatted(
                            n((LEFT + width - RIGHT) / 2.0),
                            foot + 31,
                            Html.text(chart.across().title())));
        }
    }

    private void areas() {
        List<Series> stack = new ArrayList<>();
        for (Series series : chart.series()) {
            if (series.look() != Series.Look.AREA) {
                continue;
            }
            Series upper = stack.isEmpty() ? series : series.on(stack.get(stack.size() - 1));
            for (List<Series.Point> run : upper.runs()) {
                put("<path class=\"area %s\" d=\"%s\"/>".formatted(series.style(), band(run, stack)));
            }
            stack.add(upper);
        }
    }

    /** Along the top of a run, and back along the series below it. */
    private String band(List<Series.Point> run, List<Series> stack) {
        StringBuilder path = new StringBuilder("M");
        for (Series.Point point : run) {
            path.append(at(point.at(), point.value().orElseThrow())).append(' ');
        }
        if (run.size() == 1) {
            path.append(n(x(run.get(0).at()) + 1))
                    .append(',')
                    .append(n(y(run.get(0).value().orElseThrow())));
        }
        for (int i = run.size() - 1; i >= 0; i--) {
            double second = run.get(i).at();
            double below = stack.isEmpty() ? chart.axis().low() : below(stack.get(stack.size() - 1), second);
            path.append(' ').append(at(second, below));
        }
        return path.append('Z').toString();
    }

    private double below(Series series, double second) {
        return series.points().stream()
                .filter(point -> point.at() == second)
                .flatMapToDouble(point -> point.value().stream())
                .findFirst()
                .orElse(chart.axis().low());
    }

    private void line(Series series) {
        for (List<Series.Point> run : series.runs()) {
            StringBuilder path = new StringBuilder("M");
            for (Series.Point point : run) {
                path.append(at(point.at(), point.value().orElseThrow())).append(' ');
            }
            if (run.size() == 1) {
                path.append("h0.1");
            }
            put("<path class=\"line %s\" d=\"%s\"/>"
                    .formatted(series.style(), path.toString().strip()));
        }
    }

    /** Along its upper edge, and back along its lower one. */
    private void ribbon(Ribbon ribbon) {
        if (ribbon.slices().isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder("M");
        ribbon.slices()
                .forEach(slice -> path.append(at(slice.at(), slice.high())).append(' '));
        for (int i = ribbon.slices().size() - 1; i >= 0; i--) {
            Ribbon.Slice slice = ribbon.slices().get(i);
            path.append(at(slice.at(), slice.low())).append(i == 0 ? "Z" : " ");
        }
        put("<path class=\"ribbon %s\" d=\"%s\"/>".formatted(ribbon.style(), path));
    }

    /** Marks of one kind that would cover each other are one mark; different ones stand in rows. */
    private List<Placed> place() {
        List<Placed> placed = new ArrayList<>();
        for (Across.Sign sign : chart.across().signs()) {
            double x = x(sign.at());
            boolean drawn =
                    placed.stream().anyMatch(it -> it.sign().mark() == sign.mark() && Math.abs(it.x() - x) < GLYPH);
            if (!drawn) {
                int row = 0;
                while (taken(placed, x, row)) {
                    row++;
                }
                placed.add(new Placed(sign, x, row));
            }
        }
        return List.copyOf(placed);
    }

    private static boolean taken(List<Placed> placed, double x, int row) {
        return placed.stream().anyMatch(it -> it.row() == row && Math.abs(it.x() - x) < GLYPH);
    }

    private void mark(Placed it) {
        String style = it.sign().mark().style();
        int y = PHASE_ROW + it.row() * MARK_ROW + MARK_ROW / 2;
        put("<g class=\"mark %s\"><title>%s</title>"
                .formatted(style, Html.text(it.sign().text())));
        put("<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>".formatted(n(it.x()), n(it.x()), y + 6, height - FOOT));
        put("<path transform=\"translate(%s,%d)\" d=\"%s\"/></g>"
                .formatted(n(it.x()), y, it.sign().mark().outline()));
    }

    private String at(double at, double value) {
        return n(x(at)) + "," + n(y(value));
    }

    private double x(double at) {
        return LEFT + chart.across().place(at) * (width - LEFT - RIGHT);
    }

    private double y(double value) {
        return top + (1 - chart.axis().height(value)) * (height - FOOT - top);
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void put(String markup) {
        out.append(markup).append('\n');
    }
}
