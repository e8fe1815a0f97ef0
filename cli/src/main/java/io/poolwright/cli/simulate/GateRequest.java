package io.poolwright.cli.simulate;

import io.poolwright.audit.Severity;
import io.poolwright.simulate.Goal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a gate is asked.
 *
 * @param before what is there
 * @param after what would be
 * @param recording of what is there, for its load and its times
 * @param environment the one that is meant, where the files describe several
 * @param service the one that is meant, where there are several
 * @param sets what is known of both stacks beside
 * @param goal that is asked for; empty for the stack's own, or the usual one
 * @param seed of the random numbers
 * @param failOn the lowest severity of a new finding that stops the change
 * @param strict whether a change is held back when it could not be simulated or not all was read
 */
public record GateRequest(
        Path before,
        Path after,
        Optional<Path> recording,
        Optional<String> environment,
        Optional<String> service,
        List<Change> sets,
        Optional<Goal> goal,
        long seed,
        Severity failOn,
        boolean strict) {
    public GateRequest {
        sets = List.copyOf(sets);
    }
}
