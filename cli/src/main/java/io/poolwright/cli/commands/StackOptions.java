package io.poolwright.cli.commands;

import io.poolwright.cli.simulate.Asked;
import io.poolwright.cli.simulate.Change;
import io.poolwright.cli.simulate.Promise;
import io.poolwright.simulate.Goal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which stack a command asks about, and what is known of it beside its files. */
final class StackOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders with the stack's configuration, as for an audit.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--model", paramLabel = "FILE", description = "A model written down: a line NAME = VALUE each.")
    private @Nullable String model;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "A known outage: timeout-too-short, balancer-limit or retry-storm.")
    private @Nullable String scenario;

    @Option(
            names = "--recording",
            paramLabel = "FILE|FOLDER",
            description = "What was seen of the stack while it ran: a recording.jsonl, or the folder of a run.")
    private @Nullable String recording;

    @Option(names = "--environment", paramLabel = "NAME", description = "Which one, where the files describe several.")
    private @Nullable String environment;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Which service, where several share the files or the database.")
    private @Nullable String service;

    @Option(names = "--rate", paramLabel = "RATE", description = "Fresh requests that arrive: 400/s.")
    private @Nullable String rate;

    @Option(
            names = "--slo",
            paramLabel = "PROMISE",
            description = "What customers are promised (default: 'p99<400ms,good>99%%,within<2s').")
    private @Nullable String slo;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the random numbers (default: 1).")
    private long seed = 1;

    /**
     * The stack.
     *
     * @param known what is known of it beside
     */
    Asked asked(List<Change> known) {
        List<Change> described = new ArrayList<>(known);
        if (rate != null) {
            described.add(new Change("--rate", "client.rate", rate));
        }
        return new Asked(
                paths.stream().map(path -> Places.existing("PATH", path)).toList(),
                Optional.ofNullable(model).map(file -> Places.existing("--model", file)),
                Optional.ofNullable(scenario),
                Optional.ofNullable(recording).map(StackOptions::recording),
                Optional.ofNullable(environment),
                Optional.ofNullable(service),
                described);
    }

    private static Path recording(String written) {
        return Places.existing("--recording", written);
    }

    /** What it is held to; empty when nobody says. */
    Optional<Goal> goal() {
        return Optional.ofNullable(slo).map(Promise::read);
    }

    long seed() {
        return seed;
    }
}
