package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.Across;
import io.poolwright.cli.report.Axis;
import io.poolwright.cli.report.Chart;
import io.poolwright.cli.report.Mark;
import io.poolwright.cli.report.NumberAxis;
import io.poolwright.cli.report.Ribbon;
import io.poolwright.cli.report.Series;
import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The chart over a load. Each point is a set of runs, and the band is its 95 % interval. */
final class Charts {
    /** An answer faster than this is drawn at the foot, in seconds. */
    private static final double LEAST = 1e-4;

    private Charts() {}

    /** Latency against load, with the load line's three marks and the present load. */
    static Chart load(List<LoadPoint> points, Optional<LoadLine> line, Goal goal) {
        List<Across.Sign> signs = new ArrayList<>();
        line.ifPresent(known -> {
            if (known.present() > 0) {
                signs.add(
                        new Across.Sign(known.present(), Mark.NOW, Mark.NOW.word() + " " + Say.rate(known.present())));
            }
            sign(signs, Mark.PROMISE, known.slo());
            sign(signs, Mark.SHOCK, known.vulnerable());
            sign(signs, Mark.COLLAPSE, known.collapse());
        });
        double high = Math.max(
                points.get(points.size() - 1).at(),
                signs.stream().mapToDouble(Across.Sign::at).max().orElse(0) * 1.05);
        NumberAxis axis = new NumberAxis("fresh requests per second", 0, high, false, Say::number, signs, List.of());
        return chart(
                "load",
                "Latency against load",
                "time to answer, log scale",
                signs.isEmpty()
                        ? "How long answers take as the load grows, everything else unchanged."
                        : capital(String.join(
                                        "; ",
                                        signs.stream().map(Across.Sign::text).toList())) + ".",
                points,
                axis,
                goal);
    }

    private static Chart chart(
            String id, String title, String unit, String reading, List<LoadPoint> points, Across axis, Goal goal) {
        List<Series> series = List.of(
                curve("p50", "first", points, Outcome::p50, LEAST),
                curve("p99", "second", points, Outcome::p99, LEAST),
                Series.curve(
                        "p%s promised".formatted(Numbers.plain(goal.percent())),
                        Series.Look.LIMIT,
                        "limit",
                        points.stream()
                                .map(point -> Series.Point.of(point.at(), goal.tail()))
                                .toList()));
        double low =
                series.stream().flatMapToDouble(one -> one.min().stream()).min().orElse(0.01);
        double high =
                series.stream().flatMapToDouble(one -> one.max().stream()).max().orElse(0.1);
        return new Chart(
                id,
                title,
                unit,
                reading,
                List.of(ribbon("95 % interval of p99", "plum", points, Outcome::p99, LEAST)),
                series,
                Axis.decades(low, high, Say::time),
                axis);
    }

    private static Series curve(
            String name, String style, List<LoadPoint> points, Function<Outcome, Optional<Estimate>> of, double least) {
        return Series.curve(
                name,
                Series.Look.LINE,
                style,
                points.stream()
                        .map(point -> new Series.Point(
                                point.at(),
                                of.apply(point.outcome())
                                        .map(estimate -> OptionalDouble.of(Math.max(least, estimate.mean())))
                                        .orElse(OptionalDouble.empty())))
                        .toList());
    }

    private static Ribbon ribbon(
            String name, String style, List<LoadPoint> points, Function<Outcome, Optional<Estimate>> of, double least) {
        List<Ribbon.Slice> slices = new ArrayList<>();
        points.forEach(point -> of.apply(point.outcome())
                .filter(Estimate::bounded)
                .ifPresent(estimate -> slices.add(new Ribbon.Slice(
                        point.at(), Math.max(least, estimate.low()), Math.max(least, estimate.high())))));
        return new Ribbon(name, style, slices);
    }

    private static void sign(List<Across.Sign> signs, Mark mark, Threshold threshold) {
        threshold
                .rate()
                .ifPresent(rate -> signs.add(
                        new Across.Sign(rate.mean(), mark, mark.word() + " " + Figures.told(rate, Say::rate))));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
