package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.DB_CONNECT_CPU;
import static io.poolwright.simulate.Parameter.POOL_CREATE_BACKOFF;
import static io.poolwright.simulate.Parameter.POOL_CREATE_BACKOFF_CAP;
import static io.poolwright.simulate.Parameter.POOL_CREATE_CONCURRENCY;
import static io.poolwright.simulate.Parameter.POOL_CREATE_LATENCY;
import static io.poolwright.simulate.Parameter.POOL_CREATE_PAUSE;
import static io.poolwright.simulate.Parameter.POOL_MAX_LIFETIME;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How pools come by connections: a slot of the database, the way there, the work of letting in; then an age to live to. */
final class Opening {
    /** HikariCP takes up to this share off each connection's lifetime, so that they do not all end at once. */
    private static final double SPREAD = 0.025;

    private final Machine machine;
    private final EventEngine engine;
    private final Connections connections;
    private final Tally tally;
    private final RandomGenerator ages;
    private final Deadline latency;
    /** Up to where no connection's age is spread: so few of those that are pending are at times of their own. */
    private final Deadline youth;

    private final Deadline pause;
    private final Alarm[] timers;
    private final int[] opening;
    /** Of those that open connections, the ones that rest. */
    private final int[] resting;

    private final boolean[] refused;
    private final double[] backoffs;

    private int concurrency;
    private double backoff;
    private double backoffCap;
    private double lifetime;
    private double cpu;

    Opening(Machine machine, RandomStreams streams, int mostInstances) {
        this.machine = machine;
        this.engine = machine.engine;
        this.connections = machine.connections;
        this.tally = machine.tally;
        this.ages = streams.stream(7);
        this.latency = new Deadline(engine, Kind.CREATE_LATENCY);
        this.youth = new Deadline(engine, Kind.OLD);
        this.pause = new Deadline(engine, Kind.CREATE_PAUSED);
        this.timers = new Alarm[mostInstances];
        this.opening = new int[mostInstances];
        this.resting = new int[mostInstances];
        this.refused = new boolean[mostInstances];
        this.backoffs = new double[mostInstances];
        for (int i = 0; i < mostInstances; i++) {
            timers[i] = new Alarm(engine, Kind.CREATE_AGAIN, i);
        }
    }

    void adopt(Values values) {
        concurrency = values.count(POOL_CREATE_CONCURRENCY);
        backoff = values.get(POOL_CREATE_BACKOFF);
        backoffCap = Math.max(backoff, values.get(POOL_CREATE_BACKOFF_CAP));
        Arrays.fill(backoffs, backoff);
        pause.length(values.get(POOL_CREATE_PAUSE));
        lifetime = values.get(POOL_MAX_LIFETIME);
        youth.length(lifetime * (1 - SPREAD));
        latency.length(values.get(POOL_CREATE_LATENCY));
        cpu = values.get(DB_CONNECT_CPU);
    }

    /** Before the run begins every pool has what it wants, as far as the database has room; nothing waits or works for it. */
    void fillAtOnce(int pool) {
        while (wants(pool) && machine.database.connect()) {
            opened(connections.take(pool), false);
        }
    }

    /** Opens what is missing, so many at a time. */
    void fill(int pool) {
        while (!refused[pool] && opening[pool] + resting[pool] < concurrency && wants(pool)) {
            if (!machine.database.connect()) {
                tally.refused++;
                refused[pool] = true;
                timers[pool].set(engine.now() + backoffs[pool]);
                backoffs[pool] = Math.min(backoffCap, 2 * backoffs[pool]);
                return;
            }
            opening[pool]++;
            latency.start(connections.take(pool));
        }
    }

    private boolean wants(int pool) {
        return machine.pools.wants(pool, opening[pool]);
    }

    void again(int pool) {
        refused[pool] = false;
        fill(pool);
    }

    /** The way to the database is done; now it has work with the new client. */
    void arrived(int connection) {
        machine.database.letIn(connection, cpu);
    }

    void letIn(int connection) {
        int pool = connections.pool[connection];
        opening[pool]--;
        backoffs[pool] = backoff;
        if (pause.length() > 0) {
            resting[pool]++;
            pause.start(pool);
        }
        opened(connection, true);
        fill(pool);
    }

    /** Whoever opened a connection has rested and may open another. */
    void rested(int pool) {
        resting[pool]--;
        fill(pool);
    }

    private void opened(int connection, boolean counted) {
        if (counted) {
            tally.created++;
        }
        if (counted) {
            connections.ageTicket[connection] = youth.start(connection);
        } else if (!Double.isInfinite(lifetime)) {
            // Those that were there before have lived a part of their time already.
            expireIn(connection, lifetime * ages.nextDouble());
        }
        machine.pools.opened(connection);
    }

    /** A connection has come to where the ages are spread. */
    void old(int connection) {
        expireIn(connection, youth.length() / (1 - SPREAD) * SPREAD * ages.nextDouble());
    }

    private void expireIn(int connection, double seconds) {
        connections.expires[connection] = engine.now() + seconds;
        engine.schedule(connections.expires[connection], Kind.LIFETIME, connection);
    }
}
