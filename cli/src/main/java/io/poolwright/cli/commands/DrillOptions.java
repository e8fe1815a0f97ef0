package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.Outcome;
import io.poolwright.cli.run.DrillRun;
import io.poolwright.cli.run.RunFolder;
import io.poolwright.cli.terminal.LiveScreen;
import io.poolwright.cli.terminal.PlainScreen;
import io.poolwright.cli.terminal.Screen;
import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import io.poolwright.drill.BalancerKind;
import io.poolwright.drill.ExternalDatabase;
import io.poolwright.drill.play.CalmFirst;
import io.poolwright.drill.play.Drill;
import io.poolwright.drill.play.Proposal;
import io.poolwright.drill.stack.NoDatabaseException;
import io.poolwright.drill.stack.NoJavaException;
import io.poolwright.drill.stack.PortTakenException;
import io.poolwright.drill.stack.StackFailedException;
import io.poolwright.drill.stack.TooLittleMemoryException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every drill can be told, and how it is run. */
final class DrillOptions {
    /** How a run is shown. */
    enum Format {
        /** For people. */
        TEXT,
        /** One object on standard output, messages on standard error. */
        JSON
    }

    @Option(
            names = "--lb",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "Load balancer: haproxy, embedded, or auto: haproxy if it is installed (default: auto).")
    private BalancerKind balancer = BalancerKind.AUTO;

    @Option(names = "--yes", description = "Apply the proposed change without asking.")
    private boolean yes;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output: text or json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where reports go, one folder a run (default: poolwright-runs).")
    private Path out = Path.of("poolwright-runs");

    @Option(
            names = "--calm",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seconds in which all is well before it begins, to open an eye of your own (default: 0).")
    private int calm;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "TCP port on loopback for customers (default: one that is free).")
    private @Nullable Integer port;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = {
                "A PostgreSQL server to use instead of our own, as jdbc:postgresql://host:port/database.",
                "User and password come from POOLWRIGHT_DB_USER and POOLWRIGHT_DB_PASSWORD."
            })
    private @Nullable String jdbcUrl;

    /** Plays a drill and returns the exit code. */
    int play(Drill chosen) throws IOException {
        if (calm < 0 || calm > 3600) {
            throw new UnmetNeedException("--calm: found %d; accepted: 0 to 3600; write: --calm 60".formatted(calm));
        }
        Drill drill = calm == 0 ? chosen : new CalmFirst(chosen, Duration.ofSeconds(calm));
        OptionalInt customers = port();
        Optional<ExternalDatabase> server = database();
        Clock clock = Clock.systemUTC();
        RunFolder folder = RunFolder.fresh(out, drill.id(), clock.instant());
        PrintStream people = format == Format.JSON ? System.err : System.out;
        boolean terminal = format == Format.TEXT && Terminal.interactive();
        Style style = Style.of(System.getenv(), terminal);
        try (Screen screen = terminal && style.colour()
                ? new LiveScreen(people, style, Terminal.answers(), Terminal.width())
                : new PlainScreen(people, style)) {
            screen.progress("drill %s: %s".formatted(drill.id(), drill.title()));
            DrillRun run = new DrillRun(
                    drill, new DrillRun.Setup(folder, balancer, server, customers), screen, consent(screen), clock);
            DrillRun.Ended ended = run.play();
            if (format == Format.JSON) {
                System.out.print(ended.json());
            }
            Epilogue.of(ended.outcome(), run.files()).forEach(screen::say);
            return code(ended.outcome());
        } catch (NoDatabaseException
                | NoJavaException
                | PortTakenException
                | TooLittleMemoryException
                | StackFailedException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
    }

    private Predicate<Proposal> consent(Screen screen) {
        if (yes) {
            return proposal -> true;
        }
        return proposal -> proposal.parameter().isEmpty()
                || screen.ask("Apply %s = %s now?".formatted(proposal.parameter(), proposal.value()));
    }

    private Optional<ExternalDatabase> database() {
        if (jdbcUrl == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ExternalDatabase(
                    jdbcUrl,
                    System.getenv().getOrDefault("POOLWRIGHT_DB_USER", "postgres"),
                    System.getenv().getOrDefault("POOLWRIGHT_DB_PASSWORD", "")));
        } catch (IllegalArgumentException e) {
            throw new UnmetNeedException("--jdbc-url: " + e.getMessage());
        }
    }

    private OptionalInt port() {
        if (port == null) {
            return OptionalInt.empty();
        }
        if (port < 1 || port > 65535) {
            throw new UnmetNeedException("--port: found %d; accepted: 1 to 65535; write: --port 8080".formatted(port));
        }
        return OptionalInt.of(port);
    }

    private static int code(Outcome outcome) {
        boolean right = outcome.expected().isEmpty()
                ? outcome.rootCause().isEmpty() && outcome.alertAfter().isEmpty()
                : outcome.rootCause().map(cause -> cause.id()).equals(outcome.expected()) && outcome.recovered();
        return right && outcome.wrongCauses().isEmpty() && outcome.invalid().isEmpty() ? 0 : 1;
    }
}
