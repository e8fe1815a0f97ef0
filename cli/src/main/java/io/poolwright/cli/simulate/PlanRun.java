package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.Version;
import io.poolwright.cli.report.simulate.LoadPoint;
import io.poolwright.cli.report.simulate.PlanHtml;
import io.poolwright.cli.report.simulate.PlanJson;
import io.poolwright.cli.report.simulate.PlanText;
import io.poolwright.cli.report.simulate.Planned;
import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.plan.Basis;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.plan.Planner;
import io.poolwright.simulate.plan.Recommendation;
import io.poolwright.simulate.plan.Unknown;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One plan, from what was asked to the written answer. */
public final class PlanRun {
    private PlanRun() {}

    /**
     * Plans.
     *
     * @param goal that is asked for; empty for the stack's own, or the usual one
     * @return the exit code
     */
    public static int of(Asked asked, Optional<Goal> goal, long seed, Shown shown, Halt halt) {
        Subject subject = Subjects.of(asked).with(asked.sets());
        Planned planned;
        try (Working working = new Working(shown.progress(), halt)) {
            planned = plan(subject, goal, seed, shown.wants(Layout.HTML), working.conduct());
        } catch (ImpossibleParameterException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
        shown.put((layout, style, width) -> switch (layout) {
            case TEXT -> String.join("\n", PlanText.of(planned, style, width)) + "\n";
            case JSON -> PlanJson.write(planned);
            case HTML -> PlanHtml.write(planned);
        });
        return planned.exitCode();
    }

    static Planned plan(Subject subject, Optional<Goal> asked, long seed, boolean charts, Conduct conduct) {
        Goal goal = asked.or(subject::goal).orElse(Goal.USUAL);
        Trials trials = new Trials(Machine.STACK, conduct);
        Plan plan = new Planner(goal, seed, true).of(basis(subject), trials);
        List<LoadPoint> curve = charts ? curve(subject.model(), plan, goal, seed, trials) : List.of();
        return new Planned(
                Version.text(),
                subject.name(),
                "%s fresh requests".formatted(Say.rate(subject.model().get(Parameter.CLIENT_RATE))),
                goal,
                plan,
                curve,
                subject.basis(List.of()));
    }

    /** A recording that is not to be trusted is as good as none. */
    private static Basis basis(Subject subject) {
        List<Unknown> unknown = new ArrayList<>();
        subject.refusals()
                .forEach(reason -> unknown.add(new Unknown(
                        "what the recording says", reason, "record again, for longer and without gaps", true)));
        subject.open()
                .forEach(open ->
                        unknown.add(new Unknown(open.what(), open.because(), open.measure(), open.essential())));
        return new Basis(subject.model(), subject.cloud(), unknown);
    }

    private static List<LoadPoint> curve(StackModel model, Plan plan, Goal goal, long seed, Trials trials) {
        Optional<LoadLine> line = plan.after().or(plan::before);
        if (line.isEmpty()) {
            return List.of();
        }
        StackModel then = model.withoutSteps();
        for (Recommendation one : plan.changes()) {
            then = then.with(one.parameter(), one.value());
        }
        return Curve.of(then, line.get(), goal, seed, trials);
    }
}
