package io.poolwright.cli.run;

import io.poolwright.cli.report.CustomerSecond;
import io.poolwright.cli.report.Moment;
import io.poolwright.cli.terminal.Screen;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.RootCause;
import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;
import io.poolwright.drill.play.Proposal;
import io.poolwright.drill.play.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The stage on which a drill is played: it shows what the drill does and tells it what the diagnosis says. */
final class Theatre implements Stage {
    /** Seconds that customers must be served well, running. */
    static final int STEADY = 3;
    /** Share of the base phase's goodput that counts as served as before. */
    static final double AS_BEFORE = 0.95;

    private final RunningStack stack;
    private final Load load;
    private final Board board;
    private final Logbook logbook;
    private final Screen screen;
    private final Predicate<Proposal> consent;
    private double baseShare = 1;

    Theatre(RunningStack stack, Load load, Board board, Logbook logbook, Screen screen, Predicate<Proposal> consent) {
        this.stack = stack;
        this.load = load;
        this.board = board;
        this.logbook = logbook;
        this.screen = screen;
        this.consent = consent;
    }

    @Override
    public RunningStack stack() {
        return stack;
    }

    @Override
    public Load load() {
        return load;
    }

    @Override
    public void phase(String name, String what) {
        if (logbook.phases() == 1) {
            baseShare = servedSoFar();
        }
        logbook.phase(name);
        screen.moment(logbook.note(Moment.Kind.PHASE, name + ": " + what));
    }

    /** The first phase is the healthy one; what it serves well is what recovery is held against. */
    private double servedSoFar() {
        List<CustomerSecond> before = board.customers();
        double offered = before.stream().mapToDouble(CustomerSecond::offered).sum();
        return offered > 0 ? before.stream().mapToDouble(CustomerSecond::good).sum() / offered : 1;
    }

    @Override
    public void change(String what) {
        screen.moment(logbook.note(Moment.Kind.CHANGE, what));
    }

    @Override
    public void onset() {
        logbook.onset();
    }

    @Override
    public void misleading(String what) {
        screen.moment(logbook.note(Moment.Kind.MISLEADING, what));
    }

    @Override
    public void hold(Duration time) {
        board.await(time, () -> false);
    }

    @Override
    public Optional<Proposal> awaitCause(Duration longest) {
        board.await(
                longest, () -> board.diagnosis().flatMap(Diagnosis::rootCause).isPresent());
        return board.diagnosis().flatMap(Diagnosis::rootCause).map(Theatre::proposal);
    }

    private static Proposal proposal(RootCause cause) {
        return cause.remedy()
                .map(remedy -> new Proposal(cause.id(), remedy.parameter(), remedy.suggested()))
                .orElseGet(() -> new Proposal(cause.id(), "", ""));
    }

    @Override
    public void diagnosis() {
        board.diagnosis().ifPresent(screen::diagnosis);
    }

    @Override
    public boolean consent(Proposal proposal) {
        diagnosis();
        return consent.test(proposal);
    }

    @Override
    public void fixed(String what) {
        logbook.fixed();
        screen.moment(logbook.note(Moment.Kind.FIX, what));
    }

    @Override
    public boolean awaitRecovery(Duration longest) {
        Instant fixed = logbook.fixedAt().orElseThrow(() -> new IllegalStateException("nothing was fixed"));
        boolean recovered = board.await(longest, () -> served(fixed).isPresent() && calm());
        if (recovered) {
            Instant at = served(fixed).orElseThrow();
            logbook.recovered(at);
            logbook.phase("recovered");
            screen.moment(logbook.note(
                    Moment.Kind.RECOVERY, "customers are served as before, and the stack's own signals agree"));
            hold(Duration.ofSeconds(STEADY));
        } else {
            screen.moment(logbook.note(
                    Moment.Kind.MISLEADING, "NOT recovered within %d s of the fix".formatted(longest.toSeconds())));
        }
        return recovered;
    }

    /** The signals of this look no longer carry the cause. */
    private boolean calm() {
        return board.diagnosis().filter(diagnosis -> !diagnosis.supported()).isPresent();
    }

    /** End of the first of the steady seconds, once there are enough of them since the fix. */
    private Optional<Instant> served(Instant fixed) {
        List<CustomerSecond> since = board.customers().stream()
                .filter(second -> !second.at().isBefore(fixed.minusMillis(500)))
                .toList();
        int running = 0;
        for (int i = 0; i < since.size(); i++) {
            CustomerSecond second = since.get(i);
            running =
                    second.offered() > 0 && second.good() >= AS_BEFORE * baseShare * second.offered() ? running + 1 : 0;
            if (running == STEADY) {
                return Optional.of(since.get(i - STEADY + 1).at().plusSeconds(1));
            }
        }
        return Optional.empty();
    }
}
