package io.poolwright.cli.watch;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.recording.RecordingWriter;
import io.poolwright.watch.eye.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Keeps what is seen of each service as {@code FOLDER/SERVICE/recording.jsonl}, which {@code replay}, {@code simulate} and
 * {@code plan} read. A file that cannot be written any more ends the recording, not the watch.
 */
final class Recorder implements Tape, AutoCloseable {
    private static final Pattern NO_FILE_NAME = Pattern.compile("[^A-Za-z0-9._-]");

    private final Path folder;
    private final Consumer<String> news;
    private final Map<String, RecordingWriter> writers = new LinkedHashMap<>();
    private boolean broken;

    private Recorder(Path folder, Consumer<String> news) {
        this.folder = folder;
        this.news = news;
    }

    /**
     * Into a folder that is made, or is there and empty: a recording is never written over.
     *
     * @param news told when the recording ends for want of room or rights
     */
    static Recorder in(Path folder, Consumer<String> news) throws IOException {
        Files.createDirectories(folder);
        try (var there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new UnmetNeedException(
                        "--record: found %s, which is not empty; accepted: a folder that is new or empty"
                                .formatted(folder));
            }
        }
        return new Recorder(folder, news);
    }

    @Override
    public synchronized void take(String service, Tick tick) {
        if (broken) {
            return;
        }
        try {
            writers.computeIfAbsent(service, name -> open(name, tick)).write(tick);
        } catch (IOException | UncheckedIOException e) {
            broken = true;
            news.accept("the recording ends here: " + e.getMessage());
        }
    }

    private RecordingWriter open(String service, Tick first) {
        String name = NO_FILE_NAME.matcher(service).replaceAll("_");
        Path own = folder.resolve(name.isBlank() || name.startsWith(".") ? "service" + name : name);
        try {
            Files.createDirectories(own);
            return RecordingWriter.create(own.resolve("recording.jsonl"), first.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (RecordingWriter writer : writers.values()) {
            writer.close();
        }
    }
}
