package io.poolwright.config.ini;

import io.poolwright.model.Origin;
import java.util.Objects;

/**
 * A file or folder that is included and could not be read. Whatever it would have said is unknown.
 *
 * @param origin the line that includes it
 * @param path as written
 */
public record MissingInclude(Origin origin, String path) {
    public MissingInclude {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(path, "path");
    }
}
