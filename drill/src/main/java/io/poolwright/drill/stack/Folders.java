package io.poolwright.drill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes a folder with all that is in it. */
final class Folders {
    private Folders() {}

    /** Does nothing when it is not there; symbolic links are deleted, never followed. */
    static void delete(Path folder) throws IOException {
        List<Path> doomed;
        try (Stream<Path> walk = Files.walk(folder)) {
            doomed = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : doomed) {
            Files.deleteIfExists(path);
        }
    }
}
