package io.poolwright.cli.commands;

import io.poolwright.drill.play.DbTimeout;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolwright drill db-timeout}. */
@Command(
        name = "db-timeout",
        mixinStandardHelpOptions = true,
        description = "The outage of July 2023: a database timeout too short, shipped by a deployment.")
final class DbTimeoutCommand implements Callable<Integer> {
    @Mixin
    private DrillOptions options = new DrillOptions();

    @Override
    public Integer call() throws IOException {
        return options.play(new DbTimeout());
    }
}
