package io.poolwright.cli.commands;

import io.poolwright.cli.simulate.Asked;
import io.poolwright.cli.simulate.Change;
import io.poolwright.cli.simulate.Halt;
import io.poolwright.cli.simulate.Layout;
import io.poolwright.cli.simulate.PlanRun;
import io.poolwright.cli.simulate.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code poolwright plan}: what the sizes and limits of a stack should be, and how to get there. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Recommends pool sizes and timeouts with the reason, or says what to measure first.",
        footerHeading = "%nExit codes%n",
        footer = {
            "  0  a recommendation, if only to leave all as it is",
            "  1  no pool size holds this load, or the promise stays broken with the best that was found",
            "  2  wrong usage, or a value, a file or a recording that cannot be understood",
            "  3  cannot tell from what is known, and says what to measure; or it was cut short",
            "",
            "Ctrl-C ends it early: what there is so far is reported, as partial."
        })
public final class PlanCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    @Mixin
    private ShownOptions shown = new ShownOptions();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "What is known of the stack and stands in no file: db.cores=8; may be repeated.")
    private List<String> known = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        Asked asked = stack.asked(
                known.stream().map(written -> Change.of("--set", written)).toList());
        Shown where =
                shown.shown("plan", List.of(Layout.values()), spec.commandLine().getOut());
        Halt halt = new Halt();
        return halt.guard(() -> PlanRun.of(asked, stack.goal(), stack.seed(), where, halt));
    }
}
