package io.poolwright.cli.report;

import io.poolwright.detect.Figure;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Say;
import io.poolwright.detect.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The figures behind the sentences: customers by phase, layers before, during and after. */
final class Tables {
    private Tables() {}

    static List<Table> of(Case it) {
        return List.of(goodput(it), layers(it));
    }

    private static Table goodput(Case it) {
        List<List<String>> rows = new ArrayList<>();
        if (it.phases().isEmpty()) {
            for (Outcome.PhaseGoodput phase : it.story().outcome().goodput()) {
                rows.add(row(
                        phase.phase(),
                        Words.UNKNOWN,
                        Words.finite(phase.good()),
                        Words.finite(phase.offered()),
                        List.of()));
            }
        }
        for (Phase phase : it.phases()) {
            rows.add(row(
                    phase.name(),
                    Utc.time(phase.from()) + " to " + Utc.time(phase.to()),
                    phase.good(),
                    phase.offered(),
                    it.course().customers(phase.from(), phase.to())));
        }
        return new Table(
                "Customers by phase (means; p99 of the middling second)",
                List.of(
                        Table.Column.text("Phase"),
                        Table.Column.text("UTC"),
                        Table.Column.number("Offered"),
                        Table.Column.number("Served well"),
                        Table.Column.number("Share"),
                        Table.Column.number("Late"),
                        Table.Column.number("Failed"),
                        Table.Column.number("p99")),
                rows);
    }

    private static List<String> row(
            String name, String time, OptionalDouble good, OptionalDouble offered, List<CustomerSecond> seconds) {
        return List.of(
                name,
                time,
                Words.rate(offered),
                Words.rate(good),
                Words.percent(Words.share(good, offered)),
                Words.rate(Course.mean(seconds, CustomerSecond::late)),
                Words.rate(Course.mean(seconds, CustomerSecond::failed)),
                Words.time(Impact.middling(seconds)));
    }

    private record Row(String name, Figure figure, DoubleFunction<String> say) {}

    private static final List<Row> LAYERS = List.of(
            new Row("Balancer: requests received", Figures.ARRIVALS, Say::rate),
            new Row("Balancer: responses of 5xx", Figures.ERRORS, Say::rate),
            new Row("Balancer: server slots used", Figures.SLOTS_USED, Say::number),
            new Row("Balancer: server slots, limit", Figures.SLOTS, Say::number),
            new Row("Balancer: requests queued", Figures.QUEUE, Say::number),
            new Row("Instances: processors used (cores)", Figures.CPU, Say::number),
            new Row("Pools: connections used", Whole.USED, Say::number),
            new Row("Pools: connections known", Whole.TOTAL, Say::number),
            new Row("Pools: connections, limit", Whole.MAX, Say::number),
            new Row("Pools: pending requests", Whole.PENDING, Say::number),
            new Row("Pools: connections created", Figures.CREATED, Say::rate),
            new Row("Pools: timeouts", Figures.TIMEOUTS, Say::rate),
            new Row("Database: backends", Figures.BACKENDS, Say::number),
            new Row("Database: backends, usable", Figures.USABLE, Say::number),
            new Row("Database: backends waiting for a lock", Figures.ON_LOCK, Say::number),
            new Row("Database: transactions", Figures.TRANSACTIONS, Say::rate),
            new Row("Database: sessions abandoned", Figures.ABANDONED, Say::rate),
            new Row("Zombies: backends less pool connections", Figures.RESIDUAL, Say::number));

    private static Table layers(Case it) {
        Window before = it.course().before();
        if (it.course().began().isEmpty()) {
            return new Table(
                    "Layers over the whole run (means)",
                    List.of(Table.Column.text("Figure"), Table.Column.number("Whole run")),
                    LAYERS.stream()
                            .map(row -> List.of(row.name(), cell(row, before)))
                            .toList());
        }
        Window during = it.course().during();
        Window after = it.course().after();
        return new Table(
                "Layers before, during and after the trouble (means; during: from onset to fix)",
                List.of(
                        Table.Column.text("Figure"),
                        Table.Column.number("Before"),
                        Table.Column.number("During"),
                        Table.Column.number("After")),
                LAYERS.stream()
                        .map(row -> List.of(row.name(), cell(row, before), cell(row, during), cell(row, after)))
                        .toList());
    }

    private static String cell(Row row, Window window) {
        return Words.maybe(window.mean(row.figure()), row.say());
    }
}
