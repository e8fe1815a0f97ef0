package io.poolwright.server.ui;

import io.poolwright.detect.Say;
import io.poolwright.watch.view.Cell;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.Flow;
import io.poolwright.watch.view.InstanceRow;
import io.poolwright.watch.view.LimitRow;
import io.poolwright.watch.view.Little;
import io.poolwright.watch.view.Marker;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.Relief;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** One pool's page as texts, by the names that its template uses. */
final class PoolSheet {
    private PoolSheet() {}

    static Map<String, Object> of(PoolDetail pool) {
        Map<String, Object> sheet = new TreeMap<>();
        Instant now = pool.at();
        sheet.put("line", RowLine.of(pool.row(), now));
        sheet.put("unit", pool.row().pool().tier().what());
        sheet.put("library", library(pool));
        sheet.put("owner", pool.owner().orElse(""));
        sheet.put("callers", pool.callers().map(it -> String.join(", ", it)).orElse(""));
        sheet.put(
                "callerCount",
                pool.callers().map(it -> Integer.toString(it.size())).orElse("?"));
        sheet.put(
                "firing",
                pool.firing().stream().map(it -> FiringText.of(it, now)).toList());
        sheet.put("limits", pool.limits().stream().map(LimitText::of).toList());
        sheet.put("figures", figures(pool));
        sheet.put("little", CheckText.of(pool.little()));
        sheet.put("relief", ReliefText.of(pool.relief()));
        sheet.put("slots", Figure.of("database slots left", pool.databaseSlotsLeft(), Say::number));
        sheet.put("findings", pool.findings());
        sheet.put(
                "instances",
                pool.instances().stream().map(it -> InstanceText.of(it, now)).toList());
        sheet.put(
                "markers",
                pool.markers().stream().map(it -> MarkerText.of(it, now)).toList());
        return sheet;
    }

    private static String library(PoolDetail pool) {
        return pool.library()
                .map(it -> it + pool.version().map(version -> " " + version).orElse(", version unknown"))
                .orElse("");
    }

    private static List<FigureRow> figures(PoolDetail pool) {
        Flow flow = pool.flow();
        return List.of(
                new FigureRow(
                        "now",
                        List.of(
                                Figure.of("used", pool.row().used(), Say::number),
                                Figure.of("idle", flow.idle(), Say::number),
                                Figure.of("waiting", pool.row().pending(), Say::number))),
                new FigureRow(
                        "wait",
                        List.of(
                                Figure.of("mean", flow.waitMean(), Say::time),
                                Figure.of("longest", flow.waitMax(), Say::time),
                                Figure.of("p95", flow.waitP95(), Say::time))),
                new FigureRow(
                        "use time",
                        List.of(
                                Figure.of("mean", flow.useMean(), Say::time),
                                Figure.of("p95", flow.useP95(), Say::time))),
                new FigureRow(
                        "flow",
                        List.of(
                                Figure.of("throughput", flow.throughput(), Say::rate),
                                Figure.of("opened", flow.created(), Say::rate),
                                Figure.of("timeouts", pool.row().timeouts(), it -> Say.number(it) + "/min"))));
    }

    /** Figures that belong together. */
    public record FigureRow(String name, List<Figure> cells) {}

    /**
     * A figure with its name.
     *
     * @param look {@code known}, {@code none} or {@code unknown}
     * @param why there is none; empty text when there is one
     */
    public record Figure(String name, String text, String look, String why) {
        static Figure of(String name, Cell cell, DoubleFunction<String> words) {
            RowLine.Figure figure = RowLine.Figure.of(cell, words, false);
            return new Figure(name, figure.text(), figure.look(), figure.why());
        }
    }

    /** An alert that fires here. */
    public record FiringText(String level, String detector, String title, String text, Moment since) {
        static FiringText of(Firing firing, Instant now) {
            return new FiringText(
                    firing.level().id(),
                    firing.detector(),
                    firing.title(),
                    firing.text(),
                    Moment.of(firing.since(), now));
        }
    }

    /** A limit as written and as in force. */
    public record LimitText(
            String name,
            String property,
            String configured,
            String origin,
            String effective,
            String source,
            String remark,
            boolean trouble) {
        static LimitText of(LimitRow row) {
            return new LimitText(
                    row.limit().name(),
                    row.limit().property(),
                    row.limit().configured().orElse("–"),
                    row.limit().origin(),
                    row.limit().effective().orElse("?"),
                    row.limit().source(),
                    row.remark(),
                    row.trouble());
        }
    }

    /** Little's law. */
    public record CheckText(String state, String shape, String text) {
        static CheckText of(Little little) {
            return switch (little.verdict()) {
                case AGREES -> new CheckText("good", "✓", little.text());
                case CANNOT_TELL -> new CheckText("blind", "?", little.text());
                case MORE_USED, LESS_USED -> new CheckText("near", "◆", little.text());
            };
        }
    }

    /** Whether more would help. */
    public record ReliefText(String question, String state, String text, String error) {
        static ReliefText of(Relief relief) {
            String question = relief.more()
                    .map(more -> "Would %d more help?".formatted(more))
                    .orElse("Would more help?");
            String state =
                    switch (relief.answer()) {
                        case YES, NOT_NEEDED -> "calm";
                        case NO -> "near";
                        case CANNOT_TELL -> "blind";
                    };
            return new ReliefText(question, state, relief.text(), relief.error());
        }
    }

    /** The same pool elsewhere. */
    public record InstanceText(RowLine line, String name, String spark, String odd, boolean here) {
        static InstanceText of(InstanceRow row, Instant now) {
            RowLine line = RowLine.of(row.row(), now);
            String name = row.row().pool().instance();
            return new InstanceText(
                    line,
                    name.isEmpty() ? "the only one" : name,
                    Spark.of(row.line()),
                    row.odd().orElse(""),
                    row.here());
        }
    }

    /** What happened. */
    public record MarkerText(Moment at, String kind, String shape, String word, String text) {
        static MarkerText of(Marker marker, Instant now) {
            return new MarkerText(
                    Moment.of(marker.at(), now),
                    marker.kind().id(),
                    marker.kind().shape(),
                    marker.kind().word().toLowerCase(Locale.ROOT),
                    marker.text());
        }
    }
}
