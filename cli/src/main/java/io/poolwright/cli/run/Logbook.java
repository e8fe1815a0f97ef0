package io.poolwright.cli.run;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Moment;
import io.poolwright.cli.report.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The moments and phases of a run, as they happen. */
final class Logbook {
    private final Clock clock;
    private final List<Moment> moments = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private Optional<Instant> onset = Optional.empty();
    private Optional<Instant> fixed = Optional.empty();
    private Optional<Instant> recovered = Optional.empty();

    Logbook(Clock clock) {
        this.clock = clock;
    }

    private record Phase(String name, Instant from) {}

    synchronized Moment note(Moment.Kind kind, String text) {
        return note(clock.instant(), kind, text);
    }

    synchronized Moment note(Instant at, Moment.Kind kind, String text) {
        Moment moment = new Moment(at, kind, text);
        moments.add(moment);
        return moment;
    }

    synchronized void phase(String name) {
        phases.add(new Phase(name, clock.instant()));
    }

    /** How many phases have begun. */
    synchronized int phases() {
        return phases.size();
    }

    synchronized void onset() {
        if (onset.isEmpty()) {
            onset = Optional.of(clock.instant());
        }
    }

    synchronized void fixed() {
        fixed = Optional.of(clock.instant());
    }

    synchronized void recovered(Instant at) {
        recovered = Optional.of(at);
    }

    synchronized Optional<Instant> onsetAt() {
        return onset;
    }

    synchronized Optional<Instant> fixedAt() {
        return fixed;
    }

    synchronized Optional<Instant> recoveredAt() {
        return recovered;
    }

    synchronized List<Moment> moments() {
        return moments.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList();
    }

    /** Customers served in each phase, its first two seconds left out: they still belong to the one before. */
    synchronized List<Outcome.PhaseGoodput> goodput(List<CustomerSecond> customers, Instant end) {
        List<Outcome.PhaseGoodput> means = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            Instant from = phases.get(i).from().plusSeconds(2);
            Instant to = i + 1 < phases.size() ? phases.get(i + 1).from() : end;
            List<CustomerSecond> within = customers.stream()
                    .filter(second -> !second.at().isBefore(from) && second.at().isBefore(to))
                    .toList();
            if (!within.isEmpty()) {
                means.add(new Outcome.PhaseGoodput(
                        phases.get(i).name(),
                        within.stream()
                                .mapToDouble(CustomerSecond::good)
                                .average()
                                .orElseThrow(),
                        within.stream()
                                .mapToDouble(CustomerSecond::offered)
                                .average()
                                .orElseThrow()));
            }
        }
        return means;
    }
}
