package io.poolwright.config.ini;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/** Where the texts come from that a file includes. Whoever implements it decides what may be read. */
public interface Includes {
    /**
     * The text of an included file; empty where it cannot be read.
     *
     * @param from the line that includes it, in whose folder a relative path begins
     * @param path as written
     */
    Optional<IncludedText> file(Origin from, String path);

    /**
     * The files of an included folder in the order of their names; empty where the folder cannot be read.
     *
     * @param from the line that includes it
     * @param path as written
     * @param suffix what the files' names end in, such as {@code .conf}
     */
    Optional<List<IncludedText>> folder(Origin from, String path, String suffix);

    /** Finds nothing. */
    static Includes none() {
        return new Includes() {
            @Override
            public Optional<IncludedText> file(Origin from, String path) {
                return Optional.empty();
            }

            @Override
            public Optional<List<IncludedText>> folder(Origin from, String path, String suffix) {
                return Optional.empty();
            }
        };
    }
}
