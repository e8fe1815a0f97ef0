package io.poolwright.cli.simulate;

import io.poolwright.audit.Severity;
import io.poolwright.audit.baseline.Baseline;
import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.Version;
import io.poolwright.cli.audit.AuditRequest;
import io.poolwright.cli.audit.AuditRun;
import io.poolwright.cli.audit.BrokenDeclarationException;
import io.poolwright.cli.audit.Catalogue;
import io.poolwright.cli.audit.Place;
import io.poolwright.cli.report.audit.AuditStory;
import io.poolwright.cli.report.audit.Told;
import io.poolwright.cli.report.simulate.GateJson;
import io.poolwright.cli.report.simulate.GateText;
import io.poolwright.cli.report.simulate.Gated;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.compare.Comparing;
import io.poolwright.simulate.compare.Comparison;
import io.poolwright.simulate.compare.Difference;
import io.poolwright.simulate.compare.GateVerdict;
import io.poolwright.simulate.compare.ModelGate;
import io.poolwright.simulate.fit.Unidentified;
import io.poolwright.simulate.search.Conduct;
import io.poolwright.simulate.search.Machine;
import io.poolwright.simulate.search.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds a change against what is there: configurations by audit and simulation, measurements by statistics. */
public final class GateRun {
    private final GateRequest request;
    private final LocalDate today;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();
    private Optional<String> partial = Optional.empty();

    private GateRun(GateRequest request, LocalDate today) {
        this.request = request;
        this.today = today;
    }

    /**
     * Answers.
     *
     * @param today for comments that keep a finding quiet until a date
     * @return the exit code
     */
    public static int of(GateRequest request, LocalDate today, Shown shown, Halt halt) {
        Gated gated;
        try (Working working = new Working(shown.progress(), halt)) {
            gated = new GateRun(request, today).gate(working.conduct());
        }
        shown.put((layout, style, width) -> layout == Layout.JSON
                ? GateJson.write(gated)
                : String.join("\n", GateText.of(gated, style, width)) + "\n");
        return gated.exitCode();
    }

    private Gated gate(Conduct conduct) {
        Goal goal = request.goal().orElse(Goal.USUAL);
        Optional<Measurement> first = Measurement.at(request.before(), goal);
        Optional<Measurement> second = Measurement.at(request.after(), goal);
        if (first.isPresent() != second.isPresent()) {
            throw new UnmetNeedException(
                    "%s is %s and %s is %s; give two configurations, or two recordings or results of load tests"
                            .formatted(request.before(), kind(first), request.after(), kind(second)));
        }
        return first.isPresent() ? measured(first.get(), second.orElseThrow()) : configured(conduct);
    }

    private static String kind(Optional<Measurement> measurement) {
        return measurement.isPresent() ? "a measurement" : "configuration";
    }

    private Gated measured(Measurement first, Measurement second) {
        Comparison comparison = new Comparing(Comparing.USUAL.share(), Comparing.USUAL.ratio(), request.seed())
                .of(first.series(), second.series());
        notes.addAll(comparison.notes());
        first.notes().forEach(note -> notes.add("before: " + note));
        second.notes().forEach(note -> notes.add("after: " + note));
        if (comparison.difference() == Difference.REGRESSION) {
            comparison.figures().stream()
                    .filter(figure -> figure.difference() == Difference.REGRESSION)
                    .forEach(figure -> reasons.add("regression of " + figure.said()));
        }
        Gated.Verdict verdict =
                switch (comparison.difference()) {
                    case REGRESSION -> Gated.Verdict.STOP;
                    case TOO_LITTLE_DATA -> Gated.Verdict.CANNOT_TELL;
                    case IMPROVEMENT, NO_DIFFERENCE -> Gated.Verdict.PASS;
                };
        return gated(verdict, List.of(), 0, 0, Optional.empty(), Optional.of(comparison));
    }

    private Gated configured(Conduct conduct) {
        AuditStory story = audited();
        List<Told> fresh =
                story.findings().stream().filter(told -> !told.known()).toList();
        List<Told> failing = story.failing();
        failing.forEach(told -> reasons.add("new finding, %s: %s at %s: %s; cure: %s"
                .formatted(
                        told.finding().severity().id(),
                        told.finding().rule(),
                        told.finding().at(),
                        told.finding().message(),
                        told.finding().suggestion())));
        if (!story.isComplete()) {
            untold.add("%d files or rules could not be read or judged; see: poolwright audit %s"
                    .formatted(story.unread().size() + story.broken().size(), request.after()));
        }
        Optional<GateVerdict> simulated = simulated(conduct);
        simulated.ifPresent(verdict -> {
            reasons.addAll(verdict.reasons());
            notes.addAll(verdict.notes());
            partial = verdict.partial();
        });
        notes.addAll(untold);
        boolean held = !untold.isEmpty() && request.strict();
        Gated.Verdict verdict =
                reasons.isEmpty() ? held ? Gated.Verdict.CANNOT_TELL : Gated.Verdict.PASS : Gated.Verdict.STOP;
        List<Told> shown = new ArrayList<>(failing);
        fresh.stream()
                .filter(told -> !failing.contains(told))
                .filter(told -> told.finding().severity().compareTo(Severity.MEDIUM) >= 0)
                .forEach(shown::add);
        return gated(verdict, shown, failing.size(), story.gate().gone(), simulated, Optional.empty());
    }

    private Gated gated(
            Gated.Verdict verdict,
            List<Told> findings,
            int failing,
            int gone,
            Optional<GateVerdict> simulated,
            Optional<Comparison> measured) {
        return new Gated(
                Version.text(),
                request.before().toString(),
                request.after().toString(),
                verdict,
                reasons,
                findings,
                failing,
                gone,
                simulated,
                measured,
                notes,
                partial);
    }

    /** The audit of what would be, with the findings of what is there as known. */
    private AuditStory audited() {
        Baseline there = new Baseline(audit(request.before(), Optional.empty()).known());
        return audit(request.after(), Optional.of(there)).story();
    }

    private AuditRun.Audited audit(Path path, Optional<Baseline> baseline) {
        Catalogue catalogue = Catalogue.shipped();
        AuditRequest audit = new AuditRequest(
                List.of(new Place("", List.of(path), Optional.empty())),
                Optional.empty(),
                catalogue.ids(),
                Optional.of(request.failOn()),
                Severity.MEDIUM,
                baseline,
                false);
        try {
            return AuditRun.of(audit, catalogue, Version.text(), today);
        } catch (BrokenDeclarationException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnmetNeedException("%s: it cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    private Optional<GateVerdict> simulated(Conduct conduct) {
        try {
            Subject before = subject(request.before());
            Subject after = subject(request.after());
            Optional<String> why = unknown(before).or(() -> unknown(after));
            if (why.isPresent()) {
                untold.add("not simulated, the audit alone has judged: " + why.get());
                return Optional.empty();
            }
            Goal goal = request.goal().or(after::goal).orElse(Goal.USUAL);
            Trials trials = new Trials(Machine.STACK, conduct);
            Optional<GateVerdict> verdict = new ModelGate(goal, request.seed())
                    .of(before.model().checked(), after.model().checked(), trials);
            if (verdict.isEmpty()) {
                partial = Optional.of("partial: stopped before both stacks were run");
            }
            return verdict;
        } catch (UnmetNeedException | ImpossibleParameterException e) {
            if (request.service().isPresent() || !request.sets().isEmpty()) {
                throw new UnmetNeedException(String.valueOf(e.getMessage()));
            }
            untold.add("not simulated, the audit alone has judged: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Subject subject(Path path) {
        return Subjects.of(new Asked(
                        List.of(path),
                        Optional.empty(),
                        Optional.empty(),
                        request.recording(),
                        request.environment(),
                        request.service(),
                        request.sets()))
                .with(request.sets());
    }

    private static Optional<String> unknown(Subject subject) {
        if (!subject.refusals().isEmpty()) {
            return Optional.of(subject.refusals().get(0));
        }
        return subject.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        subject.missing().stream().map(Unidentified::sentence).collect(Collectors.joining("; ")));
    }
}
