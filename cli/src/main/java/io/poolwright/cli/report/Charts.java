package io.poolwright.cli.report;

import io.poolwright.detect.ConservationResidual;
import io.poolwright.detect.Figure;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Say;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The charts of a report, in request order: customers, balancer, pools, database. */
final class Charts {
    private final Case it;
    private final TimeAxis time;

    private Charts(Case it, TimeAxis time) {
        this.it = it;
        this.time = time;
    }

    static List<Chart> of(Case it, List<Entry> timeline) {
        Charts charts = new Charts(it, TimeAxis.of(it.story(), it.phases(), timeline));
        return List.of(
                charts.customers(),
                charts.latency(),
                charts.balancer(),
                charts.pools(),
                charts.database(),
                charts.zombies());
    }

    private Chart customers() {
        Series good = seen("served well", Series.Look.AREA, "good", CustomerSecond::good);
        Series late = seen("late", Series.Look.AREA, "late", CustomerSecond::late);
        Series failed = seen("failed", Series.Look.AREA, "failed", CustomerSecond::failed);
        Series offered = seen("offered", Series.Look.LINE, "offered", CustomerSecond::offered);
        double most =
                Math.max(offered.max().orElse(0), failed.on(late.on(good)).max().orElse(0));
        return chart(
                "customers",
                "Customers",
                "requests per second",
                served(),
                List.of(good, late, failed, offered),
                Axis.linear(0, most, Say::number));
    }

    private String served() {
        List<String> phases = it.phases().stream()
                .map(phase ->
                        "%s %s of %s".formatted(phase.name(), Words.rate(phase.good()), Words.rate(phase.offered())))
                .toList();
        return phases.isEmpty()
                ? it.impact().sentence()
                : "Served well, of offered: " + String.join("; ", phases) + ".";
    }

    private Chart latency() {
        Series p50 = latency("p50", "first", CustomerSecond::p50);
        Series p99 = latency("p99", "second", CustomerSecond::p99);
        double low = Math.min(p50.min().orElse(0.01), p99.min().orElse(0.01));
        double high = Math.max(p50.max().orElse(0.1), p99.max().orElse(0.1));
        return chart(
                "latency",
                "Latency",
                "time to answer, log scale",
                middling(),
                List.of(p50, p99),
                Axis.decades(low, high, Say::time));
    }

    private String middling() {
        String p99 = Words.time(it.impact().p99());
        return it.course().began().isEmpty()
                ? "p99 of the middling second: %s over the whole run.".formatted(p99)
                : "p99 of the middling second: %s in trouble, %s before."
                        .formatted(p99, Words.time(it.impact().usualP99()));
    }

    private Chart balancer() {
        return layer(
                "balancer",
                "Load balancer",
                "slots, requests",
                "Slots used",
                figure("slots used", Series.Look.LINE, "first", Figures.SLOTS_USED),
                figure("queue", Series.Look.LINE, "queue", Figures.QUEUE),
                figure("slots, limit", Series.Look.LIMIT, "limit", Figures.SLOTS));
    }

    private Chart pools() {
        return layer(
                "pools",
                "Connection pools",
                "connections, requests; all pools together",
                "Connections used",
                figure("used", Series.Look.LINE, "first", Whole.USED),
                figure("known to the pools", Series.Look.LINE, "second", Whole.TOTAL),
                figure("pending", Series.Look.LINE, "queue", Whole.PENDING),
                figure("limit", Series.Look.LIMIT, "limit", Whole.MAX));
    }

    private Chart database() {
        return layer(
                "database",
                "Database",
                "backends",
                "Backends",
                figure("backends", Series.Look.LINE, "first", Figures.BACKENDS),
                figure("usable", Series.Look.LIMIT, "limit", Figures.USABLE));
    }

    private Chart zombies() {
        Series residual = figure("backends less pool connections", Series.Look.LINE, "first", Figures.RESIDUAL);
        Series line = new Series(
                "line",
                Series.Look.LIMIT,
                "limit",
                residual.points().stream()
                        .map(point -> new Series.Point(point.at(), OptionalDouble.of(ConservationResidual.LINE)))
                        .toList());
        return layer(
                "zombies",
                "Zombies",
                "connections; below zero: ghosts",
                "Backends less pool connections",
                residual,
                line);
    }

    /** The first series is the one that the sentence is about, the last one its limit. */
    private Chart layer(String id, String title, String unit, String subject, Series... series) {
        double high = List.of(series).stream()
                .mapToDouble(one -> one.max().orElse(0))
                .max()
                .orElse(0);
        double low = List.of(series).stream()
                .mapToDouble(one -> one.min().orElse(0))
                .min()
                .orElse(0);
        return chart(
                id,
                title,
                unit,
                reading(id, subject),
                List.of(series),
                Axis.linear(Math.min(0, low), high, Say::number));
    }

    private String reading(String id, String subject) {
        Figure figure = main(id);
        if (it.course().began().isEmpty()) {
            return "%s: %s over the whole run%s."
                    .formatted(subject, Words.number(it.course().before().mean(figure)), limit(id));
        }
        return "%s: %s before, %s during, %s after%s."
                .formatted(
                        subject,
                        Words.number(it.course().before().mean(figure)),
                        Words.number(it.course().during().mean(figure)),
                        Words.number(it.course().after().mean(figure)),
                        limit(id));
    }

    private static Figure main(String id) {
        return switch (id) {
            case "balancer" -> Figures.SLOTS_USED;
            case "pools" -> Whole.USED;
            case "database" -> Figures.BACKENDS;
            default -> Figures.RESIDUAL;
        };
    }

    private String limit(String id) {
        return switch (id) {
            case "balancer" -> "; limit " + Words.number(it.course().before().latest(Figures.SLOTS)) + " at first";
            case "pools" -> "; limit " + Words.number(it.course().before().latest(Whole.MAX)) + " at first";
            case "database" -> "; usable " + Words.number(it.course().before().latest(Figures.USABLE));
            default -> "; line " + Say.number(ConservationResidual.LINE);
        };
    }

    private Chart chart(String id, String title, String unit, String reading, List<Series> series, Axis axis) {
        return new Chart(id, title, unit, reading, series, axis, time);
    }

    private Series latency(String name, String style, Function<CustomerSecond, OptionalDouble> question) {
        return seconds(name, Series.Look.LINE, style, question);
    }

    private Series seen(String name, Series.Look look, String style, ToDoubleFunction<CustomerSecond> question) {
        return seconds(name, look, style, second -> Words.finite(question.applyAsDouble(second)));
    }

    private Series seconds(
            String name, Series.Look look, String style, Function<CustomerSecond, OptionalDouble> question) {
        return new Series(
                name,
                look,
                style,
                it.story().customers().stream()
                        .map(second -> new Series.Point(time.second(second.at()), question.apply(second)))
                        .filter(this::inside)
                        .toList());
    }

    private Series figure(String name, Series.Look look, String style, Figure figure) {
        return new Series(
                name,
                look,
                style,
                it.story().frames().stream()
                        .map((Frame frame) -> new Series.Point(time.second(frame.at()), figure.of(frame)))
                        .filter(this::inside)
                        .toList());
    }

    private boolean inside(Series.Point point) {
        return point.at() >= 0 && point.at() <= time.seconds();
    }
}
