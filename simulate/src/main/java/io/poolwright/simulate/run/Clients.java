package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.CLIENT_BACKOFF;
import static io.poolwright.simulate.Parameter.CLIENT_BACKOFF_CAP;
import static io.poolwright.simulate.Parameter.CLIENT_BUDGET;
import static io.poolwright.simulate.Parameter.CLIENT_CANCEL;
import static io.poolwright.simulate.Parameter.CLIENT_DEADLINE;
import static io.poolwright.simulate.Parameter.CLIENT_EVEN;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_REDRAW;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.CLIENT_THINK;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.RandomStreams;
import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.Failure;
import java.util.random.RandomGenerator;

/** Those who ask: when they come, how long they wait, how often they try again. */
final class Clients {
    /** As the load generator of the drills has it. */
    private static final double MOST_TOKENS = 100;

    private final Machine machine;
    private final EventEngine engine;
    private final Attempts attempts;
    private final Tally tally;
    private final double limit;
    private final Law cpuLaw;
    private final Law waitLaw;
    private final RandomGenerator gaps;
    private final RandomGenerator demands;
    private final RandomGenerator waits;
    private final RandomGenerator locks;
    private final RandomGenerator leaks;
    private final RandomGenerator pauses;
    private final RandomGenerator others;
    private final int arrival;
    private final Deadline patience;

    private boolean closed;
    private boolean even;
    private boolean cancels;
    private boolean redraws;
    private double rate;
    private double think;
    private int retries;
    private double backoff;
    private double backoffCap;
    private double budget;
    private double tokens;
    private double deadline;
    private double nextArrival;

    Clients(Machine machine, RandomStreams streams, double limit, Law cpuLaw, Law waitLaw) {
        this.machine = machine;
        this.engine = machine.engine;
        this.attempts = machine.attempts;
        this.tally = machine.tally;
        this.limit = limit;
        this.cpuLaw = cpuLaw;
        this.waitLaw = waitLaw;
        this.gaps = streams.stream(0);
        this.demands = streams.stream(1);
        this.waits = streams.stream(2);
        this.locks = streams.stream(3);
        this.leaks = streams.stream(4);
        this.pauses = streams.stream(5);
        this.others = streams.stream(8);
        this.arrival = engine.timer(Kind.ARRIVAL);
        this.patience = new Deadline(engine, Kind.CLIENT_TIMEOUT);
    }

    void adopt(Values values) {
        patience.length(values.get(CLIENT_TIMEOUT));
        cancels = values.flag(CLIENT_CANCEL);
        redraws = values.flag(CLIENT_REDRAW);
        retries = values.count(CLIENT_RETRIES);
        backoff = values.get(CLIENT_BACKOFF);
        backoffCap = values.get(CLIENT_BACKOFF_CAP);
        budget = values.get(CLIENT_BUDGET);
        deadline = values.get(CLIENT_DEADLINE);
        think = values.get(CLIENT_THINK);
        even = values.flag(CLIENT_EVEN);
        closed = values.get(CLIENT_USERS) > 0;
        if (!closed) {
            rate(values.get(CLIENT_RATE));
        }
    }

    /** The time to the next arrival is stretched, not drawn anew: the same seed keeps the same arrivals. */
    private void rate(double perSecond) {
        double now = engine.now();
        if (perSecond == rate) {
            return;
        }
        if (perSecond == 0) {
            engine.disarm(arrival);
        } else {
            nextArrival = now + (rate == 0 ? gap() / perSecond : (nextArrival - now) * rate / perSecond);
            engine.arm(arrival, nextArrival);
        }
        rate = perSecond;
    }

    /** Users of the closed model start by thinking. */
    void seat(int users) {
        for (int i = 0; i < users; i++) {
            thinks();
        }
    }

    void arrival() {
        nextArrival = engine.now() + gap() / rate;
        engine.arm(arrival, nextArrival);
        birth();
    }

    /** A fresh request, with everything that chance decides about it. */
    void birth() {
        int attempt = attempts.take();
        attempts.born[attempt] = engine.now();
        attempts.cpu[attempt] = cpuLaw.draw(demands);
        attempts.wait[attempt] = waitLaw.draw(waits);
        attempts.lockDraw[attempt] = machine.locks ? locks.nextDouble() : 1;
        attempts.leakDraw[attempt] = machine.leaks ? leaks.nextDouble() : 1;
        attempts.tries[attempt] = 0;
        tally.offered++;
        tokens = Math.min(MOST_TOKENS, tokens + budget);
        start(attempt);
    }

    void start(int attempt) {
        tally.attempts++;
        attempts.tries[attempt]++;
        attempts.began[attempt] = engine.now();
        attempts.clientTicket[attempt] = patience.start(attempt);
        machine.balancer.arrive(attempt);
    }

    /** The answer is there; whether anybody still waits for it is another question. */
    void answered(int attempt) {
        if (attempts.gone[attempt]) {
            return;
        }
        attempts.gone[attempt] = true;
        engine.cancel(attempts.clientTicket[attempt]);
        double took = engine.now() - attempts.born[attempt];
        tally.answered(took, took <= limit);
        if (closed) {
            thinks();
        }
    }

    void failed(int attempt, Failure reason) {
        if (attempts.gone[attempt]) {
            return;
        }
        attempts.gone[attempt] = true;
        engine.cancel(attempts.clientTicket[attempt]);
        tally.attemptsFailed.count(reason);
        int tries = attempts.tries[attempt];
        double now = engine.now();
        if (tries <= retries && now - attempts.born[attempt] < deadline && token()) {
            double pause = Math.min(backoffCap, backoff * Math.pow(2, tries - 1));
            double jitter = pause > 0 ? 0.5 + pauses.nextDouble() : 0;
            int next = attempts.another(attempt);
            if (redraws) {
                attempts.cpu[next] = cpuLaw.draw(others);
                attempts.wait[next] = waitLaw.draw(others);
            }
            engine.schedule(now + pause * jitter, Kind.RETRY, next);
            return;
        }
        tally.failed.count(reason);
        if (closed) {
            thinks();
        }
    }

    /** The client has waited long enough. */
    void timedOut(int attempt) {
        failed(attempt, Failure.CLIENT_TIMEOUT);
        machine.abandoned(attempt, cancels);
    }

    private boolean token() {
        if (Double.isInfinite(budget)) {
            return true;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private void thinks() {
        engine.schedule(engine.now() + think * gaps.nextExponential(), Kind.THOUGHT, 0);
    }

    private double gap() {
        return even ? 1 : gaps.nextExponential();
    }
}
