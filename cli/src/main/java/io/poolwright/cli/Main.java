package io.poolwright.cli;

import io.poolwright.cli.commands.DrillCommand;
import io.poolwright.cli.commands.ReplayCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code poolwright}. */
@Command(
        name = "poolwright",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = "Keeps connection pools from taking a web stack down.",
        subcommands = {DrillCommand.class, ReplayCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  all went as it should",
            "  1  a drill was not diagnosed, not diagnosed rightly, or did not recover; a replay differs",
            "  2  wrong usage, or something that is needed is missing; one line says what",
            "  3  interrupted"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its error handling. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler(Main::refuse);
        line.setExecutionExceptionHandler(Failures::report);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int refuse(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("poolwright: " + e.getMessage());
        err.println("try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return 2;
    }
}
