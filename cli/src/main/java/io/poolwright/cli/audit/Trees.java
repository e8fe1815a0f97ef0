package io.poolwright.cli.audit;

import io.poolwright.config.source.Roots;
import io.poolwright.config.source.SourceFile;
import io.poolwright.config.source.TextFile;
import io.poolwright.config.source.Tree;
import io.poolwright.config.source.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the files of one environment together: its paths, standard input, and the declaration that was handed in. */
public final class Trees {
    private static final String DECLARATION = "poolwright.yaml";

    private Trees() {}

    /** The files of a place. */
    public static Tree of(Place place, Optional<Path> config) throws IOException {
        Tree disk = Roots.read(place.paths());
        if (place.stdin().isEmpty() && config.isEmpty()) {
            return disk;
        }
        List<SourceFile> files = new ArrayList<>(disk.files());
        place.stdin().ifPresent(text -> files.add(Pipe.file(text)));
        if (config.isPresent()) {
            files.removeIf(file -> file.relative().equals(DECLARATION));
            files.add(declaration(config.get()));
        }
        return new Tree(files, disk.skipped());
    }

    private static SourceFile declaration(Path path) throws IOException {
        SourceFile file = Roots.read(List.of(path)).files().get(0);
        try {
            return new TextFile(file.path(), DECLARATION, file.text(), 0);
        } catch (UnreadableFileException e) {
            throw new BrokenDeclarationException(file.path() + ": " + e.reason());
        }
    }
}
