package io.poolwright.watch.targets;

import io.poolwright.model.stack.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that one watch looks at.
 *
 * @param environment what the whole is called on the screens
 * @param interval how often a target is looked at that does not say otherwise
 * @param configuration the folder whose files are compared with what runs; empty when there is none
 * @param targets in the order of their declaration
 * @param declared the other facts of the file, such as a service's budget, by dotted key
 */
public record Targets(
        String environment, Duration interval, Optional<Path> configuration, List<Target> targets, Settings declared) {
    /** How often a target is looked at when nobody says. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    public Targets {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(declared, "declared");
        targets = List.copyOf(targets);
    }

    /** Just these targets, with no file behind them. */
    public static Targets of(String environment, List<Target> targets) {
        return new Targets(environment, INTERVAL, Optional.empty(), targets, Settings.NONE);
    }
}
