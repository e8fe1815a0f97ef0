package io.poolwright.bench.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Measures the real stack at every point of its grids, unattended. Run it with {@code bench/run grid}; what has a result
 * already is not measured again.
 */
public final class Grid {
    private static final int DEFAULT_RUN_SECONDS = 65;

    private final Path out;
    private final List<String> only;
    private final OptionalInt seconds;
    private final int repetitions;

    private Grid(Path out, List<String> only, OptionalInt seconds, int repetitions) {
        this.out = out;
        this.only = only;
        this.seconds = seconds;
        this.repetitions = repetitions;
    }

    /** {@code [--only WORD,WORD] [--seconds N] [--repetitions N] [--out FOLDER]}. */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Path out = Path.of("bench", "target", "grid");
        List<String> only = List.of("");
        OptionalInt seconds = OptionalInt.empty();
        int repetitions = 1;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--out" -> out = Path.of(args[i + 1]);
                case "--only" -> only = List.of(args[i + 1].split(",", -1));
                case "--seconds" -> seconds = OptionalInt.of(Integer.parseInt(args[i + 1]));
                case "--repetitions" -> repetitions = Integer.parseInt(args[i + 1]);
                default ->
                    throw new IllegalArgumentException(
                            "found '%s'; accepted: --only WORD,WORD, --seconds N, --repetitions N, --out FOLDER"
                                    .formatted(args[i]));
            }
        }
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("'%s' has no value".formatted(args[args.length - 1]));
        }
        new Grid(out, only, seconds, repetitions).run();
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Path stacks = Files.createDirectories(out.resolve("stacks"));
        try (Bed bed = Bed.start(Files.createTempDirectory(stacks, "stack-"))) {
            if (wanted("defaults")) {
                defaults(bed);
            }
            grid(bed, "fidelity", FidelityGrid.points());
            grid(bed, "sizing", SizingGrid.points(repetitions));
        }
    }

    private boolean wanted(String name) {
        return only.stream().anyMatch(name::contains);
    }

    private void defaults(Bed bed) throws IOException, SQLException, InterruptedException {
        for (Workload workload : Workload.SIZED) {
            Path folder = out.resolve("defaults").resolve(workload.id());
            if (Files.notExists(folder.resolve("recording.jsonl"))) {
                System.err.println("default run, " + workload.id());
                new DefaultRun(bed, workload, seconds.orElse(DEFAULT_RUN_SECONDS)).into(folder);
            }
        }
    }

    private void grid(Bed bed, String name, List<Point> layout) throws IOException, SQLException, InterruptedException {
        Results results = new Results(out.resolve(name));
        List<Point> points = layout.stream()
                .filter(point -> wanted(name + "/" + point.name()))
                .map(point -> seconds.isPresent() ? point.seconds(seconds.getAsInt()) : point)
                .toList();
        List<Point> again = new ArrayList<>();
        for (Point point : points) {
            if (!results.has(point)) {
                measure(bed, results, point);
                if (!results.valid(point)) {
                    again.add(point);
                }
                results.table(layout, out.resolve(name + ".csv"));
            }
        }
        for (Point point : again) {
            measure(bed, results, point);
        }
        results.table(layout, out.resolve(name + ".csv"));
    }

    private static void measure(Bed bed, Results results, Point point)
            throws IOException, SQLException, InterruptedException {
        Row row = bed.measure(point);
        results.keep(point, row);
        System.err.printf("%-70s %s%n", point.name(), row.summary());
    }
}
