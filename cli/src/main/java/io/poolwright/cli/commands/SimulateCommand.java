package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.simulate.Asked;
import io.poolwright.cli.simulate.Change;
import io.poolwright.cli.simulate.Halt;
import io.poolwright.cli.simulate.Layout;
import io.poolwright.cli.simulate.ParameterList;
import io.poolwright.cli.simulate.Question;
import io.poolwright.cli.simulate.Shown;
import io.poolwright.cli.simulate.SimulateRun;
import io.poolwright.cli.simulate.Trouble;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code poolwright simulate}: what a change or a fault would do to a stack. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Says what a change or a fault would do to a stack, before it is done.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  the promise is kept, or kept again after the fault",
            "  1  it is broken, or the stack stays down",
            "  2  wrong usage, or a value, a file or a recording that cannot be understood",
            "  3  cannot tell: something is not known that decides, or it was cut short",
            "",
            "Ctrl-C ends it early: what there is so far is reported, as partial."
        })
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    @Mixin
    private ShownOptions shown = new ShownOptions();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A change that is asked about: pool.max=40, pool.max=2x; may be repeated.")
    private List<String> changes = new ArrayList<>();

    @Option(
            names = "--fault",
            paramLabel = "NAME=VALUE@START[+LENGTH]",
            description = "A parameter that is another for a while: db.slow=3x@30s+10s; may be repeated.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "Length of a run (default: 120, or as long as the faults need).")
    private @Nullable Double seconds;

    @Option(names = "--runs", paramLabel = "COUNT", defaultValue = "5", description = "Independent runs (default: 5).")
    private int runs = 5;

    @Option(names = "--no-load-line", description = "Leave the load line out, which takes most of the time.")
    private boolean noLoadLine;

    @Option(
            names = "--counterfactual",
            description = "Search which single change would keep the promise, and which would make it worse.")
    private boolean counterfactual;

    @Option(names = "--parameters", description = "List all parameters with unit, usual value and meaning.")
    private boolean parameters;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (parameters) {
            ParameterList.text().forEach(out::println);
            return 0;
        }
        Question question = new Question(
                changes.stream().map(written -> Change.of("--set", written)).toList(),
                faults.stream().map(Trouble::read).toList(),
                stack.goal(),
                seconds == null ? OptionalDouble.empty() : OptionalDouble.of(positive("--seconds", seconds)),
                (int) positive("--runs", runs),
                stack.seed(),
                !noLoadLine,
                counterfactual);
        Asked asked = stack.asked(List.of());
        Shown where = shown.shown("simulate", List.of(Layout.values()), out);
        Halt halt = new Halt();
        return halt.guard(() -> SimulateRun.of(asked, question, where, halt));
    }

    private static double positive(String option, double value) {
        if (!(value >= 1) || value > 1e6) {
            throw new UnmetNeedException(
                    "%s: found %s; accepted: 1 to 1000000; write: %s 5".formatted(option, value, option));
        }
        return value;
    }
}
