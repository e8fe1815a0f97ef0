package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.compare.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured of a stack: a recording, or the results of a load test.
 *
 * @param series second by second
 * @param notes what makes it less certain
 */
record Measurement(Series series, List<String> notes) {
    /** Longest file of results that is read: 512 MiB. */
    private static final long MOST_BYTES = 512L << 20;

    Measurement {
        notes = List.copyOf(notes);
    }

    /** The measurement at a path; empty when there is configuration and none. */
    static Optional<Measurement> at(Path path, Goal goal) {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            return Files.isReadable(path.resolve("recording.jsonl")) ? Optional.of(recording(path)) : Optional.empty();
        }
        if (name.endsWith(".jsonl")) {
            return Optional.of(recording(path));
        }
        return name.endsWith(".csv") || name.endsWith(".jtl") ? Optional.of(results(path, goal)) : Optional.empty();
    }

    private static Measurement recording(Path path) {
        Recorded recorded = Recorded.of(path);
        return RecordedSeries.of(recorded);
    }

    private static Measurement results(Path path, Goal goal) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new UnmetNeedException(
                        "%s: longer than 512 MiB; cut it to the minutes that matter".formatted(path));
            }
            List<Series.Answer> answers = LoadTest.read(path.toString(), Files.readAllLines(path));
            return new Measurement(Series.ofAnswers(answers, goal.limit()), List.of());
        } catch (IOException e) {
            throw new UnmetNeedException("%s: it cannot be read: %s".formatted(path, e.getMessage()));
        }
    }
}
