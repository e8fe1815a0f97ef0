package io.poolwright.server.ui;

import io.poolwright.model.live.Measure;
import io.poolwright.watch.view.TimeLine;
import java.util.Locale;

/** A very small picture: used as a share of the limit, as an SVG path in a box of 100 by 24. */
final class Spark {
    private static final double HEIGHT = 24;

    private Spark() {}

    /** The path; empty text when nothing is known. What is unknown interrupts it. */
    static String of(TimeLine line) {
        double top = 0;
        for (int i = 0; i < line.size(); i++) {
            top = highest(top, line.raw(Measure.MAX, i), line.raw(Measure.USED, i));
        }
        if (top == 0) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < line.size(); i++) {
            double used = line.raw(Measure.USED, i);
            if (Double.isFinite(used)) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f,%.1f",
                        drawing ? "L" : "M",
                        line.size() == 1 ? 0 : 100.0 * i / (line.size() - 1),
                        HEIGHT - 1 - used / top * (HEIGHT - 2)));
            }
            drawing = Double.isFinite(used);
        }
        return path.toString();
    }

    private static double highest(double top, double a, double b) {
        double high = Double.isFinite(a) ? Math.max(top, a) : top;
        return Double.isFinite(b) ? Math.max(high, b) : high;
    }
}
