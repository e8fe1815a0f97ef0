package io.poolwright.cli.report;

import io.poolwright.detect.Figure;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Say;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Every moment in order, and beside each misleading path the measurement that refutes it. */
final class Timeline {
    /** A path that begins a phase is measured by phases; the two moments may lie so far apart. */
    private static final Duration NEAR = Duration.ofSeconds(5);
    /** Two rates closer than this are the same. */
    private static final double SAME = 0.03;

    private final Course course;
    private final List<Phase> phases;

    private Timeline(Course course, List<Phase> phases) {
        this.course = course;
        this.phases = phases;
    }

    static List<Entry> of(Course course, List<Phase> phases) {
        Timeline timeline = new Timeline(course, phases);
        return course.moments().stream().map(timeline::entry).toList();
    }

    private Entry entry(Moment moment) {
        return new Entry(
                moment.at(),
                course.second(moment.at()),
                Mark.of(moment.kind()),
                Words.stop(moment.text()),
                moment.kind() == Moment.Kind.MISLEADING ? refutation(moment.at()) : List.of());
    }

    /** Before and after the step that was taken: what customers got, and what the database held. */
    private record Step(Instant from, Instant at, Instant to, OptionalDouble before, OptionalDouble after) {}

    private List<String> refutation(Instant at) {
        Step step = atPhase(at).orElseGet(() -> within(at));
        List<String> measured = new ArrayList<>();
        if (step.before().isEmpty() || step.after().isEmpty()) {
            measured.add("its effect on customers was not measured");
        } else {
            measured.add("customers served well %s"
                    .formatted(moved(step.before().getAsDouble(), step.after().getAsDouble())));
        }
        backends(step).ifPresent(measured::add);
        return measured;
    }

    private Optional<Step> atPhase(Instant at) {
        for (int i = 1; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            if (Duration.between(at, phase.from()).abs().compareTo(NEAR) <= 0) {
                Phase earlier = phases.get(i - 1);
                return Optional.of(new Step(earlier.from(), phase.from(), phase.to(), earlier.good(), phase.good()));
            }
        }
        return Optional.empty();
    }

    private Step within(Instant at) {
        Optional<Phase> phase = phases.stream().filter(it -> it.has(at)).findFirst();
        Instant from = phase.map(Phase::from)
                .orElseGet(() -> course.began().orElse(course.story().startedAt()));
        Instant to = phase.map(Phase::to)
                .orElseGet(() -> course.fixed().orElse(course.story().endedAt()));
        return new Step(
                from,
                at,
                to,
                Course.mean(course.customers(from, at), CustomerSecond::good),
                Course.mean(course.customers(at, to), CustomerSecond::good));
    }

    private static String moved(double before, double after) {
        if (Math.abs(after - before) <= SAME * Math.max(before, after)) {
            return "stayed at %s (%s before)".formatted(Say.rate(after), Say.rate(before));
        }
        return "%s from %s to %s".formatted(after < before ? "fell" : "rose", Say.rate(before), Say.rate(after));
    }

    private Optional<String> backends(Step step) {
        OptionalDouble before = mean(Figures.BACKENDS, step.from(), step.at());
        OptionalDouble after = mean(Figures.BACKENDS, step.at(), step.to());
        OptionalDouble usable = mean(Figures.USABLE, step.at(), step.to());
        if (before.isEmpty() || after.isEmpty() || usable.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("database backends went from %s to %s of %s"
                .formatted(Words.number(before), Words.number(after), Words.number(usable)));
    }

    private OptionalDouble mean(Figure figure, Instant from, Instant to) {
        return course.frames(from, to).mean(figure);
    }
}
