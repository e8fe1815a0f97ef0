package io.poolwright.cli.commands;

import io.poolwright.audit.Severity;
import io.poolwright.cli.simulate.Change;
import io.poolwright.cli.simulate.GateRequest;
import io.poolwright.cli.simulate.GateRun;
import io.poolwright.cli.simulate.Halt;
import io.poolwright.cli.simulate.Layout;
import io.poolwright.cli.simulate.Promise;
import io.poolwright.cli.simulate.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code poolwright gate}: whether a change may go out. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Says whether a change may go out: configurations by audit and simulation, recordings and"
                + " results of load tests by statistics.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  it may: nothing new at or above --fail-on, the load line is not crossed, no regression",
            "  1  it may not; the reasons are printed",
            "  2  wrong usage, or something that cannot be understood",
            "  3  cannot tell: too little data; with --strict also when it could not be simulated or not all was read"
        })
public final class GateCommand implements Callable<Integer> {
    @Option(
            names = "--before",
            paramLabel = "PATH",
            required = true,
            description = "What is there: a folder of configuration, a recording, or results of a load test.")
    private String before = "";

    @Option(names = "--after", paramLabel = "PATH", required = true, description = "What would be, of the same kind.")
    private String after = "";

    @Option(
            names = "--recording",
            paramLabel = "FILE|FOLDER",
            description = "What was seen of the stack while it ran, for its load and its times.")
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
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "What is known of both stacks and stands in no file: db.wait=20ms; may be repeated.")
    private List<String> known = new ArrayList<>();

    @Option(
            names = "--slo",
            paramLabel = "PROMISE",
            description = "What customers are promised (default: 'p99<400ms,good>99%%,within<2s').")
    private @Nullable String slo;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "high",
            description = "Lowest severity of a new finding that stops the change (default: high).")
    private Severity failOn = Severity.HIGH;

    @Option(names = "--strict", description = "End with 3 when the change could not be simulated, or not all was read.")
    private boolean strict;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the random numbers (default: 1).")
    private long seed = 1;

    @Mixin
    private ShownOptions shown = new ShownOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Change> sets = new ArrayList<>(
                known.stream().map(written -> Change.of("--set", written)).toList());
        if (rate != null) {
            sets.add(new Change("--rate", "client.rate", rate));
        }
        GateRequest request = new GateRequest(
                Places.existing("--before", before),
                Places.existing("--after", after),
                Optional.ofNullable(recording).map(path -> Places.existing("--recording", path)),
                Optional.ofNullable(environment),
                Optional.ofNullable(service),
                sets,
                Optional.ofNullable(slo).map(Promise::read),
                seed,
                failOn,
                strict);
        Shown where = shown.shown(
                "gate", List.of(Layout.TEXT, Layout.JSON), spec.commandLine().getOut());
        Halt halt = new Halt();
        return halt.guard(() -> GateRun.of(request, LocalDate.now(Clock.systemUTC()), where, halt));
    }
}
