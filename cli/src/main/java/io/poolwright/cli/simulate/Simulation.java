package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Answer;
import io.poolwright.cli.report.simulate.LoadPoint;
import io.poolwright.cli.report.simulate.Remedy;
import io.poolwright.cli.report.simulate.WhatIf;
import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.fit.Unidentified;
import io.poolwright.simulate.run.StackRun;
import io.poolwright.simulate.search.Bounds;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Counterfactual;
import io.poolwright.simulate.search.CounterfactualSearch;
import io.poolwright.simulate.search.Counterfactuals;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.LoadLineSearch;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Trials;
import io.poolwright.simulate.search.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers what would be: runs the stack as it is and as it would be, and finds its load line. */
final class Simulation {
    /** Independent searches of the load line, from which its intervals come. */
    private static final int LINES = 3;

    private final String version;
    private final Subject asked;
    private final Question question;
    private final boolean charts;
    private final Conduct conduct;
    private final Trials trials;
    private final Subject subject;
    private final Goal goal;
    private final Setup setup;
    private final double offset;
    private final double seconds;
    private final StackModel model;

    private Simulation(String version, Subject asked, Question question, boolean charts, Conduct conduct) {
        this.version = version;
        this.asked = asked;
        this.question = question;
        this.charts = charts;
        this.conduct = conduct;
        this.trials = new Trials(Machine.STACK, conduct);
        this.subject = asked.with(question.changes());
        this.goal = question.goal().or(asked::goal).orElse(Goal.USUAL);
        boolean own = asked.setup().isPresent() && question.seconds().isEmpty();
        this.seconds = own
                ? asked.setup().get().warmUp() + asked.setup().get().seconds()
                : Timing.seconds(question.seconds(), question.troubles());
        this.offset = own ? 0 : Timing.WARM_UP;
        this.setup = own
                ? new Setup(asked.setup().get().warmUp(), asked.setup().get().seconds(), question.seed(), goal.limit())
                : new Setup(offset, seconds, question.seed(), goal.limit());
        this.model = troubled(subject.model());
    }

    /**
     * The answer.
     *
     * @param version of Poolwright
     * @param charts whether latency is run at other loads as well
     */
    static WhatIf of(String version, Subject subject, Question question, boolean charts, Conduct conduct) {
        try {
            return new Simulation(version, subject, question, charts, conduct).answer();
        } catch (ImpossibleParameterException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
    }

    private StackModel troubled(StackModel sound) {
        StackModel troubled = sound;
        for (Trouble trouble : question.troubles()) {
            troubled = trouble.in(troubled, offset);
        }
        return troubled.checked();
    }

    private WhatIf answer() {
        List<Unidentified> missing = subject.missing();
        if (!subject.refusals().isEmpty() || !missing.isEmpty()) {
            return cannotTell(missing);
        }
        List<Run> runs = runs(subject);
        if (runs.isEmpty()) {
            return untold(
                    "Nothing was run.", Optional.of(trials.partial().orElse("partial: stopped before the first run")));
        }
        Outcome after = Outcome.of(runs, goal);
        boolean changed = !question.changes().isEmpty() && !asked.model().equals(subject.model());
        List<Run> runsBefore = changed && asked.missing().isEmpty() ? runs(asked) : List.of();
        Optional<Outcome> before = runsBefore.isEmpty() ? Optional.empty() : Optional.of(Outcome.of(runsBefore, goal));
        List<WhatIf.Stretch> stretches = Timing.stretches(model, offset);
        Judgement judged = Judgement.of(
                runs,
                after,
                goal,
                stretches,
                offset,
                rate(),
                Bounds.of(subject.model().withoutSteps()).binding());
        Optional<LoadLine> line = line(subject.model(), question.loadLine());
        Optional<LoadLine> lineBefore = line(asked.model(), question.loadLine() && before.isPresent());
        List<LoadPoint> curve = line.filter(known -> charts)
                .map(known -> Curve.of(subject.model().withoutSteps(), known, goal, question.seed(), trials))
                .orElse(List.of());
        List<Remedy> remedies = question.counterfactual() ? remedies() : List.of();
        return new WhatIf(
                version,
                asked.name(),
                judged.answer(),
                judged.why(),
                goal,
                conditions(stretches),
                before,
                Optional.of(after),
                Layers.of(model, runs),
                Seconds.of(runs, offset),
                judged.recovery(),
                lineBefore,
                line,
                curve,
                remedies,
                subject.basis(
                        subject.cloud().isEmpty()
                                ? List.of()
                                : List.of(
                                        "the intervals of the figures hold chance and what the recording leaves unsure")),
                partial(Math.min(runs.size(), before.isPresent() ? runsBefore.size() : runs.size())));
    }

    private Optional<LoadLine> line(StackModel stack, boolean wanted) {
        return wanted
                ? Optional.of(new LoadLineSearch(goal, Trigger.SLOW_DATABASE, question.seed(), LINES).of(stack, trials))
                : Optional.empty();
    }

    /** Runs with their single seconds; those left out when somebody said stop are missing. */
    private List<Run> runs(Subject of) {
        List<Supplier<Optional<Run>>> wanted = new ArrayList<>();
        for (int i = 0; i < question.runs(); i++) {
            Setup own = setup.withSeed(setup.seed() + i);
            StackModel stack = troubled(member(of, i));
            wanted.add(() ->
                    conduct.goOn().getAsBoolean() ? Optional.of(StackRun.withSeconds(stack, own)) : Optional.empty());
        }
        return trials.all(wanted).stream().flatMap(Optional::stream).toList();
    }

    /** The stack as it most likely is, and then as it may as well be: what is not sure of it widens the intervals. */
    private StackModel member(Subject of, int run) {
        int members = of.cloud().size();
        return run == 0 || members == 0
                ? of.model()
                : of.cloud().get((int) ((long) (run - 1) * members / Math.max(1, question.runs() - 1)));
    }

    /** That the answer is not whole, if so. */
    private Optional<String> partial(int made) {
        return made < question.runs()
                ? Optional.of("partial: %d of %d runs".formatted(made, question.runs()))
                : trials.partial();
    }

    private OptionalDouble rate() {
        return model.get(Parameter.CLIENT_USERS) > 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(subject.model().get(Parameter.CLIENT_RATE));
    }

    private WhatIf.Conditions conditions(List<WhatIf.Stretch> stretches) {
        List<String> told = new ArrayList<>();
        StackModel before = asked.model();
        for (Change change : question.changes()) {
            told.add(change.told(before));
            before = change.in(before);
        }
        List<String> faults = new ArrayList<>(question.troubles().stream()
                .map(trouble -> trouble.told(subject.model()))
                .toList());
        if (faults.isEmpty()) {
            stretches.forEach(stretch -> faults.add("%s from %s%s"
                    .formatted(
                            stretch.name(),
                            Say.time(stretch.from()),
                            Double.isFinite(stretch.to())
                                    ? " for " + Say.time(stretch.to() - stretch.from())
                                    : " to the end")));
        }
        return new WhatIf.Conditions(
                load(), told, faults, stretches, seconds, measured(), question.runs(), question.seed());
    }

    private String load() {
        double users = model.get(Parameter.CLIENT_USERS);
        return users > 0
                ? "%s customers who think for %s"
                        .formatted(Say.number(users), Say.time(model.get(Parameter.CLIENT_THINK)))
                : "%s fresh requests".formatted(Say.rate(subject.model().get(Parameter.CLIENT_RATE)));
    }

    private String measured() {
        return setup.warmUp() > offset ? "the last %s".formatted(Say.time(setup.seconds())) : "the whole run";
    }

    private WhatIf cannotTell(List<Unidentified> missing) {
        String what = missing.stream().map(Unidentified::what).collect(Collectors.joining(", "));
        String why = missing.isEmpty()
                ? String.join(" ", subject.refusals())
                : "Not known, and nothing can be predicted without: %s.".formatted(what);
        return untold(why, Optional.empty());
    }

    private WhatIf untold(String why, Optional<String> partial) {
        return new WhatIf(
                version,
                asked.name(),
                Answer.CANNOT_TELL,
                why,
                goal,
                conditions(Timing.stretches(model, offset)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                subject.basis(List.of()),
                partial);
    }

    private List<Remedy> remedies() {
        CounterfactualSearch search = new CounterfactualSearch(goal, setup, 3, asked.grid(), List.of());
        return search.of(model, trials).map(Simulation::told).orElse(List.of());
    }

    /** The restoring ones first, then what people reach for first, then the rest, each once. */
    private static List<Remedy> told(Counterfactuals found) {
        Set<Counterfactual> ordered = new LinkedHashSet<>(found.restoring());
        ordered.addAll(found.pairs());
        Set<String> popular =
                found.remedies().stream().map(Counterfactual::said).collect(Collectors.toSet());
        ordered.addAll(found.remedies());
        ordered.addAll(found.singles());
        Set<String> seen = new LinkedHashSet<>();
        return ordered.stream()
                .filter(one -> seen.add(one.said()))
                .map(one ->
                        new Remedy(one.said(), effect(one), popular.contains(one.said()), Optional.of(one.outcome())))
                .toList();
    }

    private static Remedy.Effect effect(Counterfactual one) {
        return switch (one.verdict()) {
            case RESTORES -> Remedy.Effect.RESTORES;
            case BORDERLINE -> Remedy.Effect.SOMETIMES;
            case DOES_NOT -> Remedy.Effect.DOES_NOT;
            case MAKES_WORSE -> Remedy.Effect.MAKES_WORSE;
        };
    }
}
