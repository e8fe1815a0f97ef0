package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_ACCEPT;
import static io.poolwright.simulate.Parameter.APP_AFTER;
import static io.poolwright.simulate.Parameter.APP_BEFORE;
import static io.poolwright.simulate.Parameter.APP_CORES;
import static io.poolwright.simulate.Parameter.APP_DEADLINE;
import static io.poolwright.simulate.Parameter.APP_DOWN;
import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_ORDER;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_CANCEL;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.ProcessorSharing;
import io.poolwright.queueing.engine.WaitingLine;
import io.poolwright.simulate.Failure;
import java.util.Arrays;

/** The application: a line and workers for each instance, and processors that its workers share. */
final class Instances {
    private final Machine machine;
    private final EventEngine engine;
    private final Attempts attempts;
    private final Tally tally;
    private final Deadline before;
    private final Deadline after;
    private final WaitingLine[] lines;
    private final int[] busy;
    private final ProcessorSharing[] processors;
    private final Alarm[] timers;
    /** Whether the work of an attempt on the processors is the part after the database. */
    private boolean[] answering = new boolean[64];

    private int running;
    private int serving;
    private int workers;
    private int accept;
    private boolean lastFirst;
    private boolean cancels;
    private boolean shared;
    private double deadline;
    private double cores;

    Instances(Machine machine, int most) {
        this.machine = machine;
        this.engine = machine.engine;
        this.attempts = machine.attempts;
        this.tally = machine.tally;
        this.before = new Deadline(engine, Kind.APP_BEFORE);
        this.after = new Deadline(engine, Kind.APP_AFTER);
        this.lines = new WaitingLine[most];
        this.busy = new int[most];
        this.processors = new ProcessorSharing[most];
        this.timers = new Alarm[most];
        for (int i = 0; i < most; i++) {
            lines[i] = new WaitingLine();
            processors[i] = new ProcessorSharing(n -> n);
            timers[i] = new Alarm(engine, Kind.APP_CPU, i);
        }
    }

    void adopt(Values values) {
        running = values.count(APP_INSTANCES);
        serving = running - values.count(APP_DOWN);
        workers = values.count(APP_WORKERS);
        accept = values.count(APP_ACCEPT);
        lastFirst = values.flag(APP_ORDER);
        cancels = values.flag(CLIENT_CANCEL);
        deadline = values.get(APP_DEADLINE);
        before.length(values.get(APP_BEFORE));
        after.length(values.get(APP_AFTER));
        if (values.get(APP_CORES) != cores) {
            cores = values.get(APP_CORES);
            shared = !Double.isInfinite(cores);
            double now = engine.now();
            for (int i = 0; i < lines.length; i++) {
                double limit = cores;
                processors[i].capacity(n -> Math.min(n, limit), now);
                if (processors[i].size() > 0) {
                    timers[i].set(processors[i].next(now));
                }
            }
        }
        for (int i = 0; i < lines.length; i++) {
            next(i);
        }
    }

    /** Whether the instance runs and takes connections. */
    boolean serves(int instance) {
        return instance < serving;
    }

    /** Whether a request that came now would get in. */
    boolean takes(int instance) {
        return serves(instance) && (busy[instance] < workers || lines[instance].size() < accept);
    }

    void arrive(int attempt, int instance) {
        if (busy[instance] < workers) {
            begin(attempt, instance);
            return;
        }
        attempts.state[attempt] = Attempts.APP_QUEUE;
        attempts.place[attempt] = lines[instance].join(attempt);
        tally.appQueue.up(engine.now());
    }

    private void begin(int attempt, int instance) {
        busy[instance]++;
        tally.busy.up(engine.now());
        attempts.state[attempt] = Attempts.WORKING;
        if (before.length() == 0) {
            machine.calls.begin(attempt);
        } else {
            work(attempt, before, false);
        }
    }

    private void work(int attempt, Deadline part, boolean answer) {
        if (!shared) {
            part.start(attempt);
            return;
        }
        if (attempt >= answering.length) {
            answering = Arrays.copyOf(answering, Math.max(attempt + 1, 2 * answering.length));
        }
        answering[attempt] = answer;
        int instance = attempts.instance[attempt];
        double now = engine.now();
        processors[instance].enter(attempt, part.length(), now);
        timers[instance].set(processors[instance].next(now));
    }

    /** The processors of an instance have done a piece of work. */
    void computed(int instance) {
        double now = engine.now();
        int attempt = processors[instance].finish(now);
        timers[instance].set(processors[instance].next(now));
        if (answering[attempt]) {
            answered(attempt);
        } else {
            asks(attempt);
        }
    }

    /** Now it needs the database. */
    void asks(int attempt) {
        if (cancels && attempts.gone[attempt]) {
            end(attempt);
        } else {
            machine.calls.begin(attempt);
        }
    }

    /** The database has done all its calls. */
    void served(int attempt) {
        attempts.state[attempt] = Attempts.WORKING;
        if (after.length() == 0) {
            answered(attempt);
        } else {
            work(attempt, after, true);
        }
    }

    void answered(int attempt) {
        machine.pools.giveBackAll(attempt);
        machine.clients.answered(attempt);
        end(attempt);
    }

    void fail(int attempt, Failure reason) {
        machine.clients.failed(attempt, reason);
        end(attempt);
    }

    /** The worker is free, and so is the balancer's slot. */
    private void end(int attempt) {
        int instance = attempts.instance[attempt];
        busy[instance]--;
        tally.busy.down(engine.now());
        machine.balancer.release(attempt);
        attempts.free(attempt);
        next(instance);
        machine.balancer.drain();
    }

    private void next(int instance) {
        WaitingLine line = lines[instance];
        while (line.size() > 0 && busy[instance] < workers) {
            int attempt = lastFirst ? line.last() : line.first();
            tally.appQueue.down(engine.now());
            if (engine.now() - attempts.began[attempt] > deadline) {
                machine.clients.failed(attempt, Failure.APP_DEADLINE);
                machine.balancer.release(attempt);
                attempts.free(attempt);
            } else {
                begin(attempt, instance);
            }
        }
    }

    /** Its client has gone, and that stops it. */
    void cancelled(int attempt) {
        int instance = attempts.instance[attempt];
        lines[instance].leave(attempts.place[attempt]);
        tally.appQueue.down(engine.now());
        machine.balancer.release(attempt);
        attempts.free(attempt);
        machine.balancer.drain();
    }

    double cpuSeconds(double now) {
        double sum = 0;
        if (shared) {
            for (ProcessorSharing each : processors) {
                sum += each.done(now);
            }
        }
        return sum;
    }
}
