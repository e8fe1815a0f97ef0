package io.poolwright.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One figure along the horizontal axis of a chart.
 *
 * @param name as the legend and the table call it
 * @param look how it is drawn
 * @param style its class in the style sheet
 * @param points from left to right
 * @param gap points further apart than this are not joined
 */
public record Series(String name, Look look, String style, List<Point> points, double gap) {
    /** Longer silences than this break a line, in seconds: one look a second, and one may be late. */
    private static final double SILENCE = 2.5;

    public Series {
        points = List.copyOf(points);
    }

    /** One with a value a second. */
    public Series(String name, Look look, String style, List<Point> points) {
        this(name, look, style, points, SILENCE);
    }

    /** One with values at places of somebody's choice: only what is unknown breaks its line. */
    public static Series curve(String name, Look look, String style, List<Point> points) {
        return new Series(name, look, style, points, Double.POSITIVE_INFINITY);
    }

    /** How a series is drawn. */
    public enum Look {
        /** Stacked on the areas before it. */
        AREA,
        LINE,
        /** A limit: dashed. */
        LIMIT
    }

    /**
     * One value.
     *
     * @param at where it stands: seconds since the load began, a load, a size
     * @param value empty when it is not known
     */
    public record Point(double at, OptionalDouble value) {
        /** A value that is known. */
        public static Point of(double at, double value) {
            return new Point(at, OptionalDouble.of(value));
        }
    }

    /** The stretches without a gap: a value that is unknown, or no look at all, ends one. */
    List<List<Point>> runs() {
        List<List<Point>> runs = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        for (Point point : points) {
            boolean silent =
                    !run.isEmpty() && point.at() - run.get(run.size() - 1).at() > gap;
            if (silent || point.value().isEmpty()) {
                close(runs, run);
                run = new ArrayList<>();
            }
            if (point.value().isPresent()) {
                run.add(point);
            }
        }
        close(runs, run);
        return List.copyOf(runs);
    }

    private static void close(List<List<Point>> runs, List<Point> run) {
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
    }

    /** Largest known value. */
    public OptionalDouble max() {
        return known().max();
    }

    /** Smallest known value. */
    public OptionalDouble min() {
        return known().min();
    }

    private DoubleStream known() {
        return points.stream().flatMapToDouble(point -> point.value().stream());
    }

    /** This series on top of another, where both are known. */
    Series on(Series below) {
        List<Point> sums = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            OptionalDouble a = points.get(i).value();
            OptionalDouble b = below.points.get(i).value();
            sums.add(new Point(
                    points.get(i).at(),
                    a.isPresent() && b.isPresent()
                            ? OptionalDouble.of(a.getAsDouble() + b.getAsDouble())
                            : OptionalDouble.empty()));
        }
        return new Series(name, look, style, sums, gap);
    }
}
