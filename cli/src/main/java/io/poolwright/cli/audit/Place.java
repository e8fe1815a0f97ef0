package io.poolwright.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of one environment are.
 *
 * @param environment its name; empty for the only one
 * @param stdin what came through standard input, if that belongs to it
 */
public record Place(String environment, List<Path> paths, Optional<String> stdin) {
    public Place {
        paths = List.copyOf(paths);
    }
}
