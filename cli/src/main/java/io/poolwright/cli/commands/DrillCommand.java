package io.poolwright.cli.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code poolwright drill}: takes a real stack down, finds the cause, proves the fix. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Takes a real stack down, finds the cause, proves the fix.",
        synopsisSubcommandLabel = "DRILL",
        subcommands = {
            DbTimeoutCommand.class,
            LbPoolCommand.class,
            FaultCommand.class,
            HealthyCommand.class,
        })
public final class DrillCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "found no drill; accepted: %s; write: poolwright drill db-timeout"
                        .formatted(String.join(", ", spec.subcommands().keySet())));
    }
}
