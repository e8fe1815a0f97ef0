package io.poolwright.cli.fidelity;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.fit.Fit;
import io.poolwright.simulate.fit.FittedModel;
import io.poolwright.telemetry.recording.RecordingReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;

/**
 * The real stack beside the simulated one. The simulator knows what one minute of the default configuration showed, and the
 * settings of each point.
 */
final class Fidelity {
    private static final int CLOUD = 24;

    private final List<Compared> points;
    private final Map<String, FittedModel> models;

    private Fidelity(List<Compared> points, Map<String, FittedModel> models) {
        this.points = List.copyOf(points);
        this.models = models;
    }

    /**
     * One point of the table.
     *
     * @param real as it was measured
     * @param said as it was simulated
     */
    record Compared(Measured real, Predicted said) {
        /** How far the prediction is off, as a share of what was measured. */
        double off(String column, ToDoubleFunction<Predicted> figure) {
            return figure.applyAsDouble(said) / real.number(column) - 1;
        }
    }

    /**
     * Predicts every point that counts and whose workload was recorded in the default configuration.
     *
     * @param table of the real stack
     * @param defaults folder with one folder for each workload, with its recording
     */
    static Fidelity of(Path table, Path defaults) throws IOException {
        List<Measured> rows = Measured.read(table).stream()
                .filter(Measured::valid)
                .filter(row -> Files.isDirectory(defaults.resolve(row.text("workload"))))
                .toList();
        Map<String, FittedModel> models = new TreeMap<>();
        List<Compared> points = new ArrayList<>();
        for (Measured row : rows) {
            FittedModel fitted = models.get(row.text("workload"));
            if (fitted == null) {
                fitted = fit(defaults.resolve(row.text("workload")));
                models.put(row.text("workload"), fitted);
            }
            List<StackModel> cloud =
                    fitted.cloud().subList(0, CLOUD).stream().map(row::settings).toList();
            points.add(new Compared(
                    row,
                    Predicted.of(row.settings(fitted.model()), cloud, row.number("warmUpS"), row.number("seconds"))));
        }
        return new Fidelity(points, models);
    }

    private static FittedModel fit(Path folder) throws IOException {
        Path packed = folder.resolve("recording.jsonl.gz");
        Path file = Files.exists(packed) ? packed : folder.resolve("recording.jsonl");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                InputStream text = file.equals(packed) ? new GZIPInputStream(in) : in) {
            return Fit.fromRecording(RecordingReader.read(text, file.toString()).ticks(), false);
        }
    }

    List<Compared> points() {
        return points;
    }

    Map<String, FittedModel> models() {
        return models;
    }

    /** The points of a region, as it was foreseen before they were measured. */
    List<Compared> in(String region) {
        return points.stream()
                .filter(point -> point.real().text("region").equals(region))
                .toList();
    }

    /** The one with these settings. */
    Optional<Compared> at(String workload, Map<String, String> settings) {
        return points.stream()
                .filter(point -> point.real().text("workload").equals(workload))
                .filter(point -> settings.entrySet().stream()
                        .allMatch(one -> point.real().text(one.getKey()).equals(one.getValue())))
                .findFirst();
    }

    /** Kendall's τ-b of measured and predicted, over all points: 1 when both put them in the same order. */
    double tau(ToDoubleFunction<Measured> real, ToDoubleFunction<Predicted> said) {
        double agree = 0;
        double realPairs = 0;
        double saidPairs = 0;
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                double a = Math.signum(real.applyAsDouble(points.get(i).real())
                        - real.applyAsDouble(points.get(j).real()));
                double b = Math.signum(said.applyAsDouble(points.get(i).said())
                        - said.applyAsDouble(points.get(j).said()));
                agree += a * b;
                realPairs += a * a;
                saidPairs += b * b;
            }
        }
        return agree / Math.sqrt(realPairs * saidPairs);
    }

    /** The table, as Markdown. */
    String table() {
        StringBuilder text = new StringBuilder("""
                | Point | Region | Good and late /s | | p99 ms | | p99 with failures ms | | Zombies | | Backends | |
                |---|---|---|---|---|---|---|---|---|---|---|---|
                """);
        for (Compared point : points) {
            Measured real = point.real();
            Predicted said = point.said();
            text.append(
                    "| %s | %s | %.1f | %.1f (%s) | %.0f | %.0f (%.0f to %.0f, %s) | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f |%n"
                            .formatted(
                                    real.point(),
                                    real.text("region"),
                                    real.number("throughput"),
                                    said.throughput(),
                                    percent(point.off("throughput", Predicted::throughput)),
                                    real.number("p99Ms"),
                                    said.p99(),
                                    said.least(Predicted::p99),
                                    said.most(Predicted::p99),
                                    percent(point.off("p99Ms", Predicted::p99)),
                                    real.number("p99DeadlineMs"),
                                    said.p99Deadline(),
                                    real.number("zombies"),
                                    said.zombies(),
                                    real.number("backends"),
                                    said.backends()));
        }
        return text.toString();
    }

    /** What was fitted, in a line for each workload. */
    String fits() {
        StringBuilder text = new StringBuilder();
        models.forEach((workload, fitted) -> text.append(
                "%s: %.1f requests/s; held %.1f ms (%s); of that %.2f ms on a processor; %.2f ms outside; lock %.2f%n"
                        .formatted(
                                workload,
                                fitted.model().get(Parameter.CLIENT_RATE),
                                1000
                                        * (fitted.model().databaseCpu().mean()
                                                + fitted.model().databaseWait().mean()),
                                fitted.hold().origin(),
                                1000 * fitted.model().databaseCpu().mean(),
                                1000 * fitted.model().get(Parameter.APP_BEFORE),
                                fitted.model().get(Parameter.DB_LOCK))));
        return text.toString();
    }

    private static String percent(double share) {
        return "%+.0f %%".formatted(100 * share);
    }
}
