package io.poolwright.bench.grid;

import io.poolwright.drill.Instance;
import io.poolwright.drill.load.LoadGenerator;
import io.poolwright.telemetry.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A minute of the stack in its default configuration, as a stranger sees it: the recording, a look a second, and the files
 * it is configured by. It is all that a prediction of the other points may know.
 */
final class DefaultRun {
    private static final int WARM_UP = 8;
    private static final Duration DRAIN = Duration.ofSeconds(4);
    private static final Pattern SECRET = Pattern.compile("(?m)^(.*password)=.*$");
    private static final String OURS = "# --- written by poolwright drill";

    private final Bed bed;
    private final Workload workload;
    private final int seconds;

    /** @param seconds of the recording */
    DefaultRun(Bed bed, Workload workload, int seconds) {
        this.bed = bed;
        this.workload = workload;
        this.seconds = seconds;
    }

    /** Leaves {@code recording.jsonl} and the configuration in the folder, which must not have any. */
    void into(Path folder) throws IOException, SQLException, InterruptedException {
        Settings settings = Settings.of(workload);
        bed.set(workload, settings);
        Files.createDirectories(folder);
        configuration(folder);
        Point point = new Point(workload, settings, Region.STABLE, WARM_UP, seconds, 0);
        Path draft = folder.resolve("recording.draft");
        Files.deleteIfExists(draft);
        try (LoadGenerator load = LoadGenerator.start(bed.plan(point), second -> {})) {
            Punctual.load();
            TimeUnit.SECONDS.sleep(WARM_UP);
            try (RecordingWriter recording = RecordingWriter.create(draft, Instant.now())) {
                long began = System.nanoTime();
                for (int look = 1; look <= seconds + 1; look++) {
                    recording.write(bed.eyes().look());
                    TimeUnit.NANOSECONDS.sleep(began + look * 1_000_000_000L - System.nanoTime());
                }
            }
            load.drain(DRAIN);
        }
        Files.writeString(folder.resolve("recording.jsonl"), elsewhere(Files.readString(draft)));
        Files.delete(draft);
    }

    /** Where the stack happened to run is of no interest, and differs each time. */
    private String elsewhere(String text) {
        Path balancer = bed.stack().balancer().configFile().getParent();
        Path here = balancer == null ? null : balancer.getParent();
        return here == null ? text : text.replace(here.toString(), "/srv/shop");
    }

    private void configuration(Path folder) throws IOException, SQLException {
        for (Instance instance : bed.stack().instances()) {
            Path own = Files.createDirectories(folder.resolve(instance.name()));
            String text = Files.readString(instance.configFile());
            Files.writeString(
                    own.resolve("application.properties"),
                    elsewhere(SECRET.matcher(text).replaceAll("$1=secret")));
        }
        Path balancer = bed.stack().balancer().configFile();
        Files.writeString(folder.resolve("haproxy.cfg"), elsewhere(Files.readString(balancer)));
        Files.writeString(folder.resolve("postgresql.conf"), elsewhere(database()));
    }

    /** The lines that were added to what the product ships: all others are comments or its defaults. */
    private String database() throws SQLException {
        try (Statement statement = bed.stack().superuser().createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_read_file(current_setting('config_file'))")) {
            row.next();
            String text = row.getString(1);
            return text.substring(text.indexOf(OURS) + OURS.length()).stripLeading();
        }
    }
}
