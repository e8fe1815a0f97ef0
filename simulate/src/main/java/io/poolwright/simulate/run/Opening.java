package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.DB_CONNECT_CPU;
import static io.poolwright.simulate.Parameter.POOL_CREATE_BACKOFF;
import static io.poolwright.simulate.Parameter.POOL_CREATE_CONCURRENCY;
import static io.poolwright.simulate.Parameter.POOL_CREATE_LATENCY;
import static io.poolwright.simulate.Parameter.POOL_MAX_LIFETIME;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.RandomStreams;
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
    private final int[] timers;
    private final int[] opening;
    private final boolean[] refused;

    private int concurrency;
    private double backoff;
    private double lifetime;
    private double cpu;

    Opening(Machine machine, RandomStreams streams, int mostInstances) {
        this.machine = machine;
        this.engine = machine.engine;
        this.connections = machine.connections;
        this.tally = machine.tally;
        this.ages = streams.stream(7);
        this.latency = new Deadline(engine, Kind.CREATE_LATENCY);
        this.timers = new int[mostInstances];
        this.opening = new int[mostInstances];
        this.refused = new boolean[mostInstances];
        for (int i = 0; i < mostInstances; i++) {
            timers[i] = engine.timer(Kind.CREATE_AGAIN, i);
        }
    }

    void adopt(Values values) {
        concurrency = values.count(POOL_CREATE_CONCURRENCY);
        backoff = values.get(POOL_CREATE_BACKOFF);
        lifetime = values.get(POOL_MAX_LIFETIME);
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
        while (!refused[pool] && opening[pool] < concurrency && wants(pool)) {
            if (!machine.database.connect()) {
                tally.refused++;
                refused[pool] = true;
                engine.arm(timers[pool], engine.now() + backoff);
                return;
            }
            opening[pool]++;
            latency.start(connections.take(pool));
        }
    }

    private boolean wants(int pool) {
        return machine.pools.total(pool) + opening[pool] < machine.pools.room(pool);
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
        opened(connection, true);
        fill(pool);
    }

    private void opened(int connection, boolean counted) {
        if (counted) {
            tally.created++;
        }
        if (!Double.isInfinite(lifetime)) {
            double age = lifetime * (1 - SPREAD * ages.nextDouble());
            // Those that were there before have lived a part of their time already.
            double left = counted ? age : age * ages.nextDouble();
            connections.expires[connection] = engine.now() + left;
            engine.schedule(connections.expires[connection], Kind.LIFETIME, connection);
        }
        machine.pools.opened(connection);
    }
}
