package io.poolwright.simulate.search;

import io.poolwright.simulate.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** The runs of one search: made by whoever works, counted, and left out once somebody said stop. */
public final class Trials {
    private final Machine machine;
    private final Conduct conduct;
    private int done;
    private int planned;
    private boolean stopped;

    public Trials(Machine machine, Conduct conduct) {
        this.machine = machine;
        this.conduct = conduct;
    }

    /** So many more runs will be asked for with {@link #one}. */
    public synchronized void plan(int more) {
        planned += more;
    }

    /** So many of them turned out not to be needed. */
    public synchronized void spare(int fewer) {
        planned -= fewer;
    }

    /** One run that was planned; empty once somebody said stop. */
    public Optional<Run> one(Trial trial) {
        if (!goOn()) {
            return Optional.empty();
        }
        Run run = machine.total(trial.model(), trial.setup());
        count();
        return Optional.of(run);
    }

    /**
     * One run that was planned, which ends where it became hopeless; empty once somebody said stop.
     *
     * @return its total is of the setup's stretch, or of the hopeless seconds when it ended early
     */
    public Optional<Run> unlessHopeless(Trial trial) {
        if (!goOn()) {
            return Optional.empty();
        }
        Hopeless hopeless = new Hopeless(trial.model());
        Run run = machine.seconds(trial.model(), trial.setup(), hopeless::goOn);
        count();
        return Optional.of(hopeless.ended()
                .map(last -> new Run(run.setup(), List.of(), last, run.events()))
                .orElse(run));
    }

    /**
     * How long a planned run takes to recover, which ends as soon as it has or is beyond hope; empty once somebody said stop.
     *
     * @param since seconds since the run began
     * @param share of the offered that is well for this stack
     */
    public Optional<OptionalDouble> recovery(Trial trial, double since, double share) {
        if (!goOn()) {
            return Optional.empty();
        }
        Recovery recovery = new Recovery(since, share);
        Hopeless hopeless = new Hopeless(trial.model());
        machine.seconds(trial.model(), trial.setup(), second -> recovery.goOn(second) && hopeless.goOn(second));
        count();
        return Optional.of(recovery.seconds());
    }

    /** What each run comes to, in their order; empty for those that were not made any more. */
    public <T> List<Optional<T>> each(List<Trial> trials, Function<Run, T> judge) {
        plan(trials.size());
        List<Supplier<Optional<T>>> tasks = new ArrayList<>(trials.size());
        for (Trial trial : trials) {
            tasks.add(() -> one(trial).map(judge));
        }
        return all(tasks);
    }

    /** How long each takes to recover, in their order; empty for those that were not made any more. */
    public List<Optional<OptionalDouble>> recoveries(List<Trial> trials, double since, double share) {
        plan(trials.size());
        List<Supplier<Optional<OptionalDouble>>> tasks = new ArrayList<>(trials.size());
        for (Trial trial : trials) {
            tasks.add(() -> recovery(trial, since, share));
        }
        return all(tasks);
    }

    /** Tasks that ask for their runs themselves. */
    public <T> List<T> all(List<Supplier<T>> tasks) {
        return conduct.workers().all(tasks);
    }

    /** Runs made. */
    public synchronized int done() {
        return done;
    }

    /** Whether runs were left out because somebody said stop. */
    public synchronized boolean stopped() {
        return stopped;
    }

    /** What to say of an answer that is not whole, such as {@code partial: 20 of 192 runs}; empty when it is. */
    public synchronized Optional<String> partial() {
        return stopped
                ? Optional.of("partial: %d of %d runs".formatted(done, Math.max(planned, done)))
                : Optional.empty();
    }

    private synchronized boolean goOn() {
        if (!stopped && !conduct.goOn().getAsBoolean()) {
            stopped = true;
        }
        return !stopped;
    }

    private synchronized void count() {
        done++;
        conduct.progress().runs(done, Math.max(planned, done));
    }
}
