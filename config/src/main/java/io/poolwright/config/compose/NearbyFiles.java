package io.poolwright.config.compose;

import java.util.Optional;

/** The files that a compose file may name: {@code .env}, {@code env_file}, {@code extends.file}. */
@FunctionalInterface
public interface NearbyFiles {
    /** No files at all. */
    NearbyFiles NONE = file -> Optional.empty();

    /** The text of a file; empty when it is not there or may not be read. Paths are named as the compose file's own is. */
    Optional<String> text(String file);
}
