package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.watch.Watching;
import io.poolwright.config.ConfigSyntaxException;
import io.poolwright.watch.targets.Target;
import io.poolwright.watch.targets.TargetKind;
import io.poolwright.watch.targets.Targets;
import io.poolwright.watch.targets.TargetsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code poolwright watch}: every pool against its limit, in a terminal. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Shows every pool of a live stack against its limit, in a terminal.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  it was told to end, and nothing fired at the end",
            "  1  it ended while an alert fired",
            "  2  wrong usage, or nothing to watch; one line says what",
            "130  interrupted by Ctrl-C"
        })
public final class WatchCommand implements Callable<Integer> {
    /** How what is seen is written. */
    public enum Format {
        /** For people: redrawn in place on a terminal, a line of news at a time elsewhere. */
        TEXT,
        /** One object a look, on a line of its own. */
        JSON
    }

    @Option(names = "--config", paramLabel = "FILE", description = "What to watch (default: poolwright.yaml).")
    private @Nullable Path config;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "A JVM on this machine to attach to, with no configuration at all.")
    private @Nullable Long pid;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "End after so many seconds (default: when interrupted).")
    private @Nullable Integer seconds;

    @Option(
            names = "--record",
            paramLabel = "FOLDER",
            description = "Keep what is seen, a recording for each service, for replay, simulate and plan.")
    private @Nullable Path record;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        if (seconds != null && (seconds < 1 || seconds > 86_400)) {
            throw new UnmetNeedException(
                    "--seconds: found %d; accepted: 1 to 86400; write: --seconds 60".formatted(seconds));
        }
        Targets targets = targets();
        if (targets.targets().isEmpty()) {
            throw new UnmetNeedException(
                    "no targets are declared; write: poolwright init FOLDER, or poolwright watch --pid PID");
        }
        return Watching.of(
                targets,
                format == Format.JSON,
                seconds == null ? Long.MAX_VALUE : seconds,
                Optional.ofNullable(record));
    }

    private Targets targets() throws IOException {
        if (pid != null) {
            if (config != null) {
                throw new UnmetNeedException(
                        "found --pid and --config together; accepted: one of them; write: --pid " + pid);
            }
            String name = "pid-" + pid;
            return Targets.of("", List.of(Target.at(name, TargetKind.JMX, name, "pid:" + pid, Targets.INTERVAL)));
        }
        Path file = config == null ? Path.of("poolwright.yaml") : config;
        if (!Files.isReadable(file)) {
            throw new UnmetNeedException(
                    "%s cannot be read; accepted: a poolwright.yaml with targets; write: poolwright init FOLDER"
                            .formatted(file));
        }
        try {
            return TargetsFile.read(file);
        } catch (ConfigSyntaxException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
    }
}
