package io.poolwright.drill.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What runs left behind whose driver died without cleaning up: processes, and temporary folders.
 *
 * <p>A process is ended only when its number and start time are those that we noted, a folder deleted only when it
 * bears our name; runs whose driver lives are left alone.
 */
final class Leftovers {
    static final String DRIVER = "driver.pid";
    static final String FOLDER = "folder.txt";
    static final String PREFIX = "poolwright-";

    private final Path running;
    private final Consumer<String> progress;

    Leftovers(Path running, Consumer<String> progress) {
        this.running = running;
        this.progress = progress;
    }

    void clean() throws IOException {
        if (!Files.isDirectory(running)) {
            return;
        }
        for (Path run : children(running)) {
            if (!run.getFileName().toString().startsWith(".") && abandoned(run)) {
                clean(run);
            }
        }
    }

    private static boolean abandoned(Path run) throws IOException {
        Path driver = run.resolve(DRIVER);
        return Files.exists(driver) && !PidFile.read(driver).identity().alive();
    }

    private void clean(Path run) throws IOException {
        List<PidFile> alive = new ArrayList<>();
        for (Path note : children(run)) {
            String name = note.getFileName().toString();
            if (name.endsWith(".pid") && !name.equals(DRIVER)) {
                PidFile kept = PidFile.read(note);
                if (kept.identity().alive()) {
                    alive.add(0, kept);
                }
            }
        }
        progress.accept("cleaning up after run %s, which was killed: %d processes were left"
                .formatted(run.getFileName(), alive.size()));
        for (PidFile process : alive) {
            Signals.ask(process.identity(), process.role());
            Signals.awaitEnd(process.identity(), process.role());
        }
        Path folder = run.resolve(FOLDER);
        if (Files.exists(folder)) {
            Path temporary = Path.of(Files.readString(folder).strip());
            if (temporary.getFileName().toString().startsWith(PREFIX)) {
                Folders.delete(temporary);
            }
        }
        Folders.delete(run);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }
}
