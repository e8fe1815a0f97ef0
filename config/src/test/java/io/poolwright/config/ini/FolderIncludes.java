package io.poolwright.config.ini;

import io.poolwright.model.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files on disk, relative to the file that includes them. */
public record FolderIncludes() implements Includes {
    @Override
    public Optional<IncludedText> file(Origin from, String path) {
        Path file = Path.of(from.file()).resolveSibling(path);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    @Override
    public Optional<List<IncludedText>> folder(Origin from, String path, String suffix) {
        try (Stream<Path> files = Files.list(Path.of(from.file()).resolveSibling(path))) {
            return Optional.of(files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .map(FolderIncludes::read)
                    .toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static IncludedText read(Path file) {
        try {
            return new IncludedText(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
