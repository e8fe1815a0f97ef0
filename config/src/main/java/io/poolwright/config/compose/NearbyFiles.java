package io.poolwright.config.compose;

import java.util.Optional;

/** The files that a compose file may name: {@code .env}, {@code env_file}, {@code extends.file}. */
@FunctionalInterface
public interface NearbyFiles {
    /** No files at all. */
    NearbyFiles NONE = (beside, path) -> Optional.empty();

    /**
     * A file; empty when it is not there or may not be read.
     *
     * @param beside the file that names it, by the name that its origins have
     * @param path as it is named, relative to the folder of {@code beside}
     */
    Optional<NearbyFile> find(String beside, String path);

    /**
     * A file that was found.
     *
     * @param name for origins
     */
    record NearbyFile(String name, String text) {}
}
