package io.poolwright.cli;

import io.poolwright.cli.commands.AuditCommand;
import io.poolwright.cli.commands.DrillCommand;
import io.poolwright.cli.commands.ExplainCommand;
import io.poolwright.cli.commands.ExportCommand;
import io.poolwright.cli.commands.GateCommand;
import io.poolwright.cli.commands.InitCommand;
import io.poolwright.cli.commands.PlanCommand;
import io.poolwright.cli.commands.ReplayCommand;
import io.poolwright.cli.commands.RulesCommand;
import io.poolwright.cli.commands.ServerCommand;
import io.poolwright.cli.commands.SimulateCommand;
import io.poolwright.cli.commands.WatchCommand;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code poolwright}. */
@Command(
        name = "poolwright",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        description = "Keeps connection pools from taking a web stack down.",
        subcommands = {
            AuditCommand.class,
            ExplainCommand.class,
            RulesCommand.class,
            SimulateCommand.class,
            PlanCommand.class,
            GateCommand.class,
            DrillCommand.class,
            ReplayCommand.class,
            ServerCommand.class,
            InitCommand.class,
            ExportCommand.class,
            WatchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  all went as it should",
            "  1  an audit has a finding that fails; a drill was not diagnosed, not diagnosed rightly,",
            "     or did not recover; a replay differs; a simulated promise is broken; no pool size holds the load;",
            "     a change may not go out",
            "  2  wrong usage, or something that is needed is missing; one line says what",
            "  3  an audit could not read all of its input; a simulation, a plan or a gate cannot tell, or was cut short",
            "130  interrupted; nothing was left behind"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // our sentences are English, and so are the numbers in them
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

    /** Where, what was found, what is accepted, what to write instead. */
    private static String message(ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()) {
            List<String> accepted = List.copyOf(command.getSubcommands().keySet());
            return "found '%s'; accepted: %s; write: %s %s"
                    .formatted(
                            String.join(" ", unmatched.getUnmatched()),
                            String.join(", ", accepted),
                            command.getCommandSpec().qualifiedName(),
                            accepted.get(0));
        }
        return String.valueOf(e.getMessage());
    }

    private static int refuse(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("poolwright: " + message(e));
        err.println("try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return 2;
    }
}
