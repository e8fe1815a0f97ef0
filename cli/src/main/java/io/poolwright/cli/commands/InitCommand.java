package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.watch.Init;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code poolwright init}: writes the targets that a folder of configuration tells of. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Looks at a folder of configuration and writes a poolwright.yaml with the targets it found.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  targets were found and written",
            "  1  nothing was found that could be watched",
            "  2  wrong usage, or the file is there already"
        })
public final class InitCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Where the configuration is (default: .).")
    private Path folder = Path.of(".");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write (default: FOLDER/poolwright.yaml; - for standard output).")
    private @Nullable String output;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Which environment of the folder, when it holds several.")
    private String environment = "";

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Option(names = "--offline", description = "Do not try whether the targets answer.")
    private boolean offline;

    @Override
    public Integer call() throws IOException {
        Path where = Places.existing("init", folder.toString());
        Path file = output == null ? where.resolve("poolwright.yaml") : Path.of(output);
        boolean toScreen = "-".equals(output);
        Path home = toScreen
                ? where
                : Objects.requireNonNullElse(file.toAbsolutePath().getParent(), where);
        Init init = Init.of(where, environment, home, !offline);
        if (toScreen) {
            System.out.print(init.text());
        } else {
            if (Files.exists(file) && !force) {
                throw new UnmetNeedException(
                        "%s is there already; accepted: a file that is not; write: --output other.yaml, or --force to write over it"
                                .formatted(file));
            }
            Files.writeString(file, init.text());
        }
        init.summary().forEach(System.err::println);
        if (!toScreen && init.found() > 0) {
            System.err.printf(
                    "wrote %s; now: poolwright watch --config %s, or poolwright server --config %s%n",
                    file, file, file);
        }
        return init.found() > 0 ? 0 : 1;
    }
}
