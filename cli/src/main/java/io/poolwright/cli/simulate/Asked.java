package io.poolwright.cli.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which stack is asked about, and what was said about it on the command line.
 *
 * @param paths files and folders with its configuration
 * @param model a model's file
 * @param scenario a known outage
 * @param recording of the stack while it ran
 * @param environment the one that is meant, where the files describe several
 * @param service the one that is meant, where there are several
 * @param sets changes that describe the stack: they hold before and after
 */
public record Asked(
        List<Path> paths,
        Optional<Path> model,
        Optional<String> scenario,
        Optional<Path> recording,
        Optional<String> environment,
        Optional<String> service,
        List<Change> sets) {
    public Asked {
        paths = List.copyOf(paths);
        sets = List.copyOf(sets);
    }
}
