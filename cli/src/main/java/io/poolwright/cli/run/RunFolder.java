package io.poolwright.cli.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where a run leaves what it saw and found.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** A new one below the working directory. */
    public static RunFolder fresh(Path below, String drill, Instant now) {
        return new RunFolder(below.resolve(drill + "-" + STAMP.format(now)));
    }

    /** Every sample, one look a line. */
    public Path recording() {
        return path.resolve("recording.jsonl");
    }

    /** What was said, and when: the same bytes for the same recording. */
    public Path diagnosis() {
        return path.resolve("diagnosis.json");
    }

    /** The figures of the run. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** The report for people. */
    public Path html() {
        return path.resolve("report.html");
    }

    /** The same as text. */
    public Path markdown() {
        return path.resolve("report.md");
    }
}
