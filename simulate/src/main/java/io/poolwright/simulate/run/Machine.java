package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_LEAK;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;
import static io.poolwright.simulate.Parameter.DB_LOCK;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.RandomStreams;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import java.util.List;

/**
 * A stack that runs: its layers, and the events that move requests from one to the next.
 *
 * <p>What makes outages what they are: a client that gives up removes no work further in; a socket that is closed leaves a
 * statement that works on and keeps its slot; a new connection costs the database work; a worker, and the balancer's slot, are
 * held as long as a request waits for anything behind them; an error before the client's patience ends brings the retry sooner.
 */
final class Machine {
    final EventEngine engine = new EventEngine();
    final Attempts attempts = new Attempts();
    final Connections connections = new Connections();
    final Tally tally;
    final Clients clients;
    final Balancer balancer;
    final Instances instances;
    final Pools pools;
    final Calls calls;
    final Opening opening;
    final Database database;
    /** Whether a draw for it is needed at birth. */
    final boolean locks;

    final boolean leaks;

    private final Values values;
    private final List<Step> steps;
    private final Alarm stepTimer = new Alarm(engine, Kind.STEP, -1);
    private int stepsDone;

    Machine(StackModel model, Setup setup, boolean bySecond) {
        RandomStreams streams = new RandomStreams(setup.seed());
        values = new Values(model);
        steps = model.steps();
        tally = new Tally(bySecond);
        locks = values.most(DB_LOCK) > 0;
        leaks = values.most(APP_LEAK) > 0;
        int most = (int) values.most(APP_INSTANCES);
        clients = new Clients(this, streams, setup.limit(), model.databaseCpu(), model.databaseWait());
        balancer = new Balancer(this, streams, most);
        instances = new Instances(this, most);
        opening = new Opening(this, streams, most);
        pools = new Pools(this, opening, most);
        calls = new Calls(this);
        database = new Database(this);
        database.adopt(values);
        opening.adopt(values);
        // The pools' own adopt opens what is missing, which takes time: what is there from the start comes first.
        pools.limits(values);
        for (int pool = 0; pool < most; pool++) {
            opening.fillAtOnce(pool);
        }
        calls.adopt(values);
        pools.adopt(values);
        instances.adopt(values);
        balancer.adopt(values);
        clients.adopt(values);
        clients.seat(values.count(CLIENT_USERS));
        armStep();
    }

    /** Lets everything happen up to this time. */
    void runTo(double until) {
        while (engine.advance(until)) {
            happen(engine.kind(), engine.subject());
        }
    }

    private void happen(int kind, int who) {
        switch (kind) {
            case Kind.ARRIVAL -> clients.arrival();
            case Kind.DB_CPU -> database.computed();
            case Kind.DB_WAIT -> database.woken(who);
            case Kind.APP_BEFORE -> instances.asks(who);
            case Kind.APP_AFTER -> instances.answered(who);
            case Kind.APP_CPU -> instances.computed(who);
            case Kind.THOUGHT_IN_CALL -> calls.proceed(who);
            case Kind.IDLE_TIMEOUT -> pools.idleTimeout(who);
            case Kind.VALIDATED -> database.call(who);
            case Kind.THOUGHT -> clients.birth();
            case Kind.RETRY -> clients.start(who);
            case Kind.CLIENT_TIMEOUT -> clients.timedOut(who);
            case Kind.LB_QUEUE_TIMEOUT -> balancer.queueTimeout(who);
            case Kind.LB_SERVER_TIMEOUT -> balancer.serverTimeout(who);
            case Kind.LB_CHECKED -> balancer.look();
            case Kind.ACQUIRE_TIMEOUT -> pools.acquireTimeout(who);
            case Kind.CALL_TIMEOUT -> database.callTimeout(who);
            case Kind.NOTICE -> database.noticed(who);
            case Kind.CREATE_LATENCY -> opening.arrived(who);
            case Kind.CREATE_PAUSED -> opening.rested(who);
            case Kind.CREATE_AGAIN -> opening.again(who);
            case Kind.OLD -> opening.old(who);
            case Kind.LIFETIME -> pools.expired(who);
            case Kind.STEP -> step();
            default -> throw new IllegalStateException("nothing is of kind " + kind);
        }
    }

    /** The client of an attempt has gone. Only who waits in the balancer leaves for that alone. */
    void abandoned(int attempt, boolean cancels) {
        byte state = attempts.state[attempt];
        if (state == Attempts.LB_QUEUE) {
            balancer.abandoned(attempt);
        } else if (cancels && state == Attempts.APP_QUEUE) {
            instances.cancelled(attempt);
        } else if (cancels && state == Attempts.POOL_QUEUE) {
            pools.cancelled(attempt);
        } else if (cancels && state == Attempts.DATABASE) {
            database.cancelled(attempt);
        }
    }

    private void step() {
        while (stepsDone < steps.size() && steps.get(stepsDone).at() <= engine.now()) {
            values.set(steps.get(stepsDone++));
        }
        database.adopt(values);
        opening.adopt(values);
        calls.adopt(values);
        pools.adopt(values);
        instances.adopt(values);
        balancer.adopt(values);
        clients.adopt(values);
        armStep();
    }

    private void armStep() {
        if (stepsDone < steps.size()) {
            stepTimer.set(steps.get(stepsDone).at());
        }
    }

    Reading reading() {
        double now = engine.now();
        return Reading.of(tally, now, database.cpuSeconds(now), instances.cpuSeconds(now));
    }
}
