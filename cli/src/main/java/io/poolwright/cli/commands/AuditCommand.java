package io.poolwright.cli.commands;

import io.poolwright.audit.Severity;
import io.poolwright.audit.baseline.Baseline;
import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.Version;
import io.poolwright.cli.audit.AuditRequest;
import io.poolwright.cli.audit.AuditRun;
import io.poolwright.cli.audit.Baselines;
import io.poolwright.cli.audit.BrokenDeclarationException;
import io.poolwright.cli.audit.Catalogue;
import io.poolwright.cli.audit.FixRun;
import io.poolwright.cli.audit.Format;
import io.poolwright.cli.audit.Output;
import io.poolwright.cli.audit.Selection;
import io.poolwright.cli.report.audit.AuditStory;
import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import io.poolwright.config.ConfigSyntaxException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code poolwright audit}: reads what a repository configures and says what will break, where, and what to write instead. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description =
                "Reads the configuration of a stack, from balancer to database, and says what will break and why.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  no finding at or above --fail-on, and everything could be read",
            "  1  a finding at or above --fail-on that no baseline and no comment sets aside",
            "  2  wrong usage, or a poolwright.yaml or baseline that cannot be understood",
            "  3  otherwise, when some input could not be read",
            "",
            "Every option but --fix and --yes may come from the environment: POOLWRIGHT_FAIL_ON=medium"
        })
public final class AuditCommand implements Callable<Integer> {
    /** Severities, and none. */
    enum FailOn {
        INFO,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL,
        NEVER
    }

    /** When to use colour. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders; '-' reads standard input, such as rendered manifests.")
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "NAME=PATH",
            description = "An environment and its files; give several to compare them.")
    private List<String> environments = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            description = "text, json, sarif, junit, markdown or html (default: text); several with files.")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "Where the format without a file goes.")
    private @Nullable Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "high",
            description = "Lowest severity that fails: info, low, medium, high, critical or never (default: high).")
    private FailOn failOn = FailOn.HIGH;

    @Option(
            names = "--level",
            paramLabel = "SEVERITY",
            defaultValue = "medium",
            description =
                    "Lowest severity that text, Markdown and HTML show (default: medium). JSON and SARIF hold all.")
    private Severity level = Severity.MEDIUM;

    @Option(names = "--enable", paramLabel = "RULE", description = "Judge by this rule only; may be repeated.")
    private List<String> enabled = new ArrayList<>();

    @Option(names = "--disable", paramLabel = "RULE", description = "Do not judge by this rule; may be repeated.")
    private List<String> disabled = new ArrayList<>();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings in this file are known and do not fail.")
    private @Nullable Path baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Write all findings of today as known.")
    private @Nullable Path writeBaseline;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A poolwright.yaml to use instead of the one among the files.")
    private @Nullable Path config;

    @Option(names = "--solve", description = "Compute the whole consistent set of times and sizes.")
    private boolean solve;

    @Option(names = "--fix", description = "Show the changes that can be made safely; with --yes make them.")
    private boolean fix;

    @Option(names = "--yes", description = "With --fix: write the changes.")
    private boolean yes;

    @Option(names = "--dry-run", description = "With --fix: write nothing, whatever else is given.")
    private boolean dryRun;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never (default: auto; NO_COLOR is honoured).")
    private Colour colour = Colour.AUTO;

    @Option(names = "--quiet", description = "Print no text; files are written and the exit code tells.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = Catalogue.shipped();
        List<Output<Format>> outputs = Output.parse(formats, Optional.ofNullable(output));
        AuditRequest request = new AuditRequest(
                Places.of(paths, environments, System.in),
                Optional.ofNullable(config).map(path -> Places.existing("--config", path.toString())),
                Selection.of(catalogue, enabled, disabled),
                failOn == FailOn.NEVER ? Optional.empty() : Optional.of(Severity.valueOf(failOn.name())),
                level,
                Optional.ofNullable(baseline).map(AuditCommand::known),
                solve);
        try {
            LocalDate today = LocalDate.now(Clock.systemUTC());
            AuditRun.Audited audited = AuditRun.of(request, catalogue, Version.text(), today);
            if (writeBaseline != null) {
                Output.write(writeBaseline, Baselines.write(audited.known()));
            }
            for (Output<Format> one : outputs) {
                put(one, audited.story());
            }
            if (fix) {
                PrintWriter out = outputs.stream().anyMatch(AuditCommand::isForPrograms)
                        ? spec.commandLine().getErr()
                        : spec.commandLine().getOut();
                FixRun.of(audited.story(), yes && !dryRun).forEach(out::println);
                out.flush();
            }
            return audited.story().exitCode();
        } catch (BrokenDeclarationException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
    }

    private void put(Output<Format> one, AuditStory story) {
        boolean page = one.file().isEmpty() && one.format() == Format.TEXT;
        if (page && quiet) {
            return;
        }
        boolean terminal = page && colour != Colour.NEVER && (colour == Colour.ALWAYS || Terminal.seen());
        Style style = page ? Style.of(System.getenv(), terminal) : new Style(false, true);
        if (page && colour == Colour.ALWAYS) {
            style = new Style(true, style.drawing());
        }
        int width = page && terminal && colour == Colour.AUTO ? Terminal.width() : 100;
        String text = one.format().write(story, style, width, Path.of(""));
        if (one.file().isPresent()) {
            Output.write(one.file().get(), text);
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }

    private static boolean isForPrograms(Output<Format> output) {
        return output.file().isEmpty() && output.format() != Format.TEXT;
    }

    private static Baseline known(Path file) {
        Path path = Places.existing("--baseline", file.toString());
        try {
            return Baselines.read(file.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UnmetNeedException("--baseline %s: it cannot be read: %s".formatted(file, e.getMessage()));
        } catch (ConfigSyntaxException e) {
            throw new UnmetNeedException("--baseline " + e.getMessage());
        }
    }
}
