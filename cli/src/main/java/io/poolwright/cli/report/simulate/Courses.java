package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.Across;
import io.poolwright.cli.report.Axis;
import io.poolwright.cli.report.Chart;
import io.poolwright.cli.report.Mark;
import io.poolwright.cli.report.RunAxis;
import io.poolwright.cli.report.Series;
import io.poolwright.detect.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** The charts over the seconds of a run, in request order: customers, latency, balancer, pool, database. */
final class Courses {
    private final WhatIf it;
    private final RunAxis axis;

    private Courses(WhatIf it) {
        this.it = it;
        this.axis = axis(it);
    }

    static List<Chart> of(WhatIf it) {
        Courses courses = new Courses(it);
        return List.of(courses.customers(), courses.latency(), courses.balancer(), courses.pool(), courses.database());
    }

    /** Stretches with a fault stand out; those between them have no name. */
    private static RunAxis axis(WhatIf it) {
        double length = it.conditions().seconds();
        List<Across.Band> bands = new ArrayList<>();
        List<Across.Sign> signs = new ArrayList<>();
        double from = 0;
        for (WhatIf.Stretch stretch : it.conditions().stretches()) {
            double begin = Math.min(length, stretch.from());
            double end = Math.min(length, stretch.to());
            if (begin >= from) {
                bands.add(new Across.Band(from, begin, ""));
                bands.add(new Across.Band(begin, end, stretch.name()));
                from = end;
            }
            signs.add(new Across.Sign(begin, Mark.CHANGE, "fault begins: " + stretch.name()));
            if (end < length) {
                signs.add(new Across.Sign(end, Mark.FIX, "fault ends: " + stretch.name()));
            }
        }
        bands.add(new Across.Band(from, length, ""));
        if (it.recovery().isPresent()) {
            double last = it.conditions().stretches().stream()
                    .mapToDouble(WhatIf.Stretch::to)
                    .filter(to -> to < length)
                    .max()
                    .orElse(0);
            signs.add(new Across.Sign(
                    Math.min(length, last + it.recovery().getAsDouble()), Mark.RECOVERY, "well again from here"));
        }
        return new RunAxis(length, bands, signs);
    }

    private Chart customers() {
        Series good = area("answered well", "good", Second::good);
        Series late = area("late", "late", Second::late);
        Series failed = area("given up", "failed", Second::failed);
        Series offered = line("offered", "offered", second -> OptionalDouble.of(second.offered()));
        double most = it.seconds().stream()
                .mapToDouble(second -> Math.max(second.offered(), second.good() + second.late() + second.failed()))
                .max()
                .orElse(1);
        return chart(
                "customers",
                "Customers",
                "requests per second",
                "Answered well: %s at the start, %s at the least, %s at the end; offered %s."
                        .formatted(
                                at(0, Second::good, Say::rate),
                                Say.rate(good.min().orElse(0)),
                                at(it.seconds().size() - 1, Second::good, Say::rate),
                                at(0, Second::offered, Say::rate)),
                List.of(good, late, failed, offered),
                Axis.linear(0, most, Say::number));
    }

    private String at(int second, Function<Second, Double> of, DoubleFunction<String> say) {
        return say.apply(of.apply(it.seconds().get(second)));
    }

    private Chart latency() {
        Series p50 = line("p50", "first", Second::p50);
        Series p99 = line("p99", "second", Second::p99);
        double low = Math.max(1e-4, p50.min().orElse(0.01));
        double high = Math.max(low * 2, p99.max().orElse(0.1));
        return chart(
                "latency",
                "Latency",
                "time to answer, log scale",
                "p99 is at most %s in any second.".formatted(Say.time(p99.max().orElse(0)))
                        + " A line breaks where nothing was answered.",
                List.of(p50, p99),
                Axis.decades(low, high, Say::time));
    }

    private Chart balancer() {
        Series queue = line("waiting at the balancer", "queue", second -> OptionalDouble.of(second.balancerQueue()));
        return counted("balancer", "Load balancer", "requests", "Waiting at the balancer", queue);
    }

    private Chart pool() {
        Series used = line("used", "first", second -> OptionalDouble.of(second.used()));
        Series pending = line("waiting for one", "queue", second -> OptionalDouble.of(second.pending()));
        return counted("pool", "Connection pools", "connections, callers; all pools together", "Used", used, pending);
    }

    private Chart database() {
        Series backends = line("connections", "first", second -> OptionalDouble.of(second.backends()));
        Series zombies = line("zombies among them", "queue", second -> OptionalDouble.of(second.zombies()));
        return counted(
                "database",
                "Database",
                "connections; zombies work for clients that have gone",
                "Connections",
                backends,
                zombies);
    }

    private Chart counted(String id, String title, String unit, String subject, Series... series) {
        double most = List.of(series).stream()
                .mapToDouble(one -> one.max().orElse(0))
                .max()
                .orElse(1);
        List<String> said = new ArrayList<>();
        for (Series one : series) {
            said.add("%s at most %s"
                    .formatted(
                            said.isEmpty() ? subject : one.name(),
                            Say.number(one.max().orElse(0))));
        }
        return chart(
                id, title, unit, String.join("; ", said) + ".", List.of(series), Axis.linear(0, most, Say::number));
    }

    private Chart chart(String id, String title, String unit, String reading, List<Series> series, Axis vertical) {
        return new Chart(id, title, unit, reading, series, vertical, axis);
    }

    private Series area(String name, String style, Function<Second, Double> of) {
        return series(name, Series.Look.AREA, style, second -> OptionalDouble.of(of.apply(second)));
    }

    private Series line(String name, String style, Function<Second, OptionalDouble> of) {
        return series(name, Series.Look.LINE, style, of);
    }

    private Series series(String name, Series.Look look, String style, Function<Second, OptionalDouble> of) {
        return new Series(
                name,
                look,
                style,
                it.seconds().stream()
                        .map(second -> new Series.Point(second.at(), of.apply(second)))
                        .toList());
    }
}
