package io.poolwright.cli.run;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Outcome;
import io.poolwright.detect.Alert;
import io.poolwright.detect.Frame;
import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Chronicle;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import io.poolwright.drill.load.LoadReport;
import io.poolwright.drill.load.Validity;
import io.poolwright.drill.play.Drill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges a run: how soon, how right, how well recovered, and whether it proves anything at all. */
final class Verdicts {
    /** Share of the looks that must have been taken. */
    private static final double LOOKED = 0.9;
    /** An alert bears the time at which its look began; what it saw may have begun during the look. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private Verdicts() {}

    static Outcome of(
            Drill drill,
            Logbook logbook,
            Chronicle chronicle,
            LoadReport load,
            List<Frame> frames,
            List<CustomerSecond> customers,
            Instant started,
            Instant ended,
            Duration wall) {
        Optional<Instant> onset = logbook.onsetAt();
        List<RootCause> causes = chronicle.causes();
        Optional<RootCause> last = causes.isEmpty() ? Optional.empty() : Optional.of(causes.get(causes.size() - 1));
        Optional<RootCause> cause = causes.stream()
                .filter(it -> drill.expectedCause().filter(it.id()::equals).isPresent())
                .findFirst()
                .or(() -> last);
        return new Outcome(
                drill.id(),
                drill.expectedCause(),
                after(onset, chronicle.alerts().stream().map(Alert::firedAt).findFirst()),
                cause,
                after(onset, cause.map(RootCause::namedAt)),
                chronicle
                        .conclusion()
                        .map(diagnosis -> diagnosis.with(Verdict.CLEARED).stream()
                                .map(Assessment::id)
                                .toList())
                        .orElse(List.of()),
                causes.stream()
                        .map(RootCause::id)
                        .filter(id -> drill.expectedCause().filter(id::equals).isEmpty())
                        .distinct()
                        .toList(),
                logbook.recoveredAt().isPresent(),
                after(logbook.fixedAt(), logbook.recoveredAt()),
                logbook.goodput(customers, ended),
                invalid(chronicle, onset, load, frames, Duration.between(started, ended)),
                wall.toMillis() / 1000.0);
    }

    private static OptionalDouble after(Optional<Instant> from, Optional<Instant> to) {
        return from.isPresent() && to.isPresent()
                ? OptionalDouble.of(
                        Math.max(0, Duration.between(from.get(), to.get()).toMillis()) / 1000.0)
                : OptionalDouble.empty();
    }

    private static List<String> invalid(
            Chronicle chronicle, Optional<Instant> onset, LoadReport load, List<Frame> frames, Duration played) {
        List<String> reasons = new ArrayList<>();
        if (load.valid() instanceof Validity.Invalid invalid) {
            reasons.add(invalid.why());
        }
        if (frames.size() < LOOKED * (played.toSeconds() - 1)) {
            reasons.add("%d looks were taken in %d s".formatted(frames.size(), played.toSeconds()));
        }
        onset.ifPresent(at -> chronicle.alerts().stream()
                .filter(alert -> alert.firedAt().isBefore(at.minus(LOOK)))
                .findFirst()
                .ifPresent(alert -> reasons.add("an alert fired before anything was broken: " + alert.title())));
        return reasons;
    }
}
