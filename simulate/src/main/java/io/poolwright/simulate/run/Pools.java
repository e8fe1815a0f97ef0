package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_LEAK;
import static io.poolwright.simulate.Parameter.APP_NESTED;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_IDLE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_MAX;
import static io.poolwright.simulate.Parameter.POOL_MIN_IDLE;
import static io.poolwright.simulate.Parameter.POOL_VALIDATION;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.WaitingLine;
import io.poolwright.simulate.Failure;
import java.util.Arrays;

/** One pool for each instance: who gets a connection, who waits, who waits in vain. Each keeps itself full, as HikariCP does. */
final class Pools {
    private final Machine machine;
    private final EventEngine engine;
    private final Attempts attempts;
    private final Connections connections;
    private final Tally tally;
    private final Deadline acquireTimeout;
    private final Deadline validation;
    private final Deadline idleness;
    private final Opening opening;
    private final WaitingLine[] waiters;
    private final IdleStack[] idle;
    private final int[] totals;

    private int max;
    private int minIdle;
    private int instances;
    private int nested;
    private double leak;

    Pools(Machine machine, Opening opening, int mostInstances) {
        this.machine = machine;
        this.engine = machine.engine;
        this.attempts = machine.attempts;
        this.connections = machine.connections;
        this.tally = machine.tally;
        this.opening = opening;
        this.acquireTimeout = new Deadline(engine, Kind.ACQUIRE_TIMEOUT);
        this.validation = new Deadline(engine, Kind.VALIDATED);
        this.idleness = new Deadline(engine, Kind.IDLE_TIMEOUT);
        this.waiters = new WaitingLine[mostInstances];
        this.idle = new IdleStack[mostInstances];
        this.totals = new int[mostInstances];
        Arrays.setAll(waiters, i -> new WaitingLine());
        Arrays.setAll(idle, i -> new IdleStack());
    }

    void adopt(Values values) {
        limits(values);
        for (int pool = 0; pool < waiters.length; pool++) {
            while (totals[pool] > room(pool) && idle[pool].size() > 0) {
                close(idle[pool].pop());
            }
            opening.fill(pool);
        }
    }

    void limits(Values values) {
        max = values.count(POOL_MAX);
        instances = values.count(APP_INSTANCES);
        nested = values.count(APP_NESTED);
        leak = values.get(APP_LEAK);
        acquireTimeout.length(values.get(POOL_ACQUIRE_TIMEOUT));
        validation.length(values.get(POOL_VALIDATION));
        minIdle = Math.min(max, values.count(POOL_MIN_IDLE));
        idleness.length(minIdle < max ? values.get(POOL_IDLE_TIMEOUT) : Double.POSITIVE_INFINITY);
    }

    /** Connections that this pool may have. */
    int room(int pool) {
        return pool < instances ? max : 0;
    }

    int total(int pool) {
        return totals[pool];
    }

    /** Whether the pool should open one more connection than it has, those being opened counted. */
    boolean wants(int pool, int opening) {
        if (totals[pool] + opening >= room(pool)) {
            return false;
        }
        return minIdle >= max || idle[pool].size() + opening < minIdle || waiters[pool].size() > opening;
    }

    void acquire(int attempt) {
        int pool = attempts.instance[attempt];
        attempts.since[attempt] = engine.now();
        if (idle[pool].size() > 0) {
            int connection = idle[pool].pop();
            engine.cancel(connections.idleTicket[connection]);
            lend(connection, attempt);
            return;
        }
        attempts.state[attempt] = Attempts.POOL_QUEUE;
        attempts.place[attempt] = waiters[pool].join(attempt);
        attempts.stageTicket[attempt] = acquireTimeout.start(attempt);
        tally.pending.up(engine.now());
        tally.waited++;
        opening.fill(pool);
    }

    /** It has waited as long as the pool allows. */
    void acquireTimeout(int attempt) {
        withdraw(attempt);
        tally.acquireTimeouts++;
        giveBackAll(attempt);
        machine.instances.fail(attempt, Failure.ACQUIRE_TIMEOUT);
    }

    /** Its client has gone, and that stops it. */
    void cancelled(int attempt) {
        engine.cancel(attempts.stageTicket[attempt]);
        withdraw(attempt);
        giveBackAll(attempt);
        machine.instances.fail(attempt, Failure.CLIENT_TIMEOUT);
    }

    private void withdraw(int attempt) {
        double now = engine.now();
        waiters[attempts.instance[attempt]].leave(attempts.place[attempt]);
        tally.pending.down(now);
        tally.poolWait += now - attempts.since[attempt];
    }

    private void lend(int connection, int attempt) {
        double now = engine.now();
        connections.state[connection] = Connections.LENT;
        connections.lentAt[connection] = now;
        connections.next[connection] = attempts.connection[attempt];
        attempts.connection[attempt] = connection;
        attempts.held[attempt]++;
        attempts.state[attempt] = Attempts.WORKING;
        tally.used.up(now);
        tally.borrowed++;
        if (attempts.held[attempt] < nested) {
            acquire(attempt);
        } else if (validation.length() > 0) {
            validation.start(attempt);
        } else {
            machine.database.call(attempt);
        }
    }

    /** A connection is there that nobody has: a waiter's, or idle. */
    void offer(int connection) {
        int pool = connections.pool[connection];
        int attempt = waiters[pool].first();
        if (attempt >= 0) {
            double now = engine.now();
            engine.cancel(attempts.stageTicket[attempt]);
            tally.pending.down(now);
            tally.poolWait += now - attempts.since[attempt];
            lend(connection, attempt);
            return;
        }
        connections.state[connection] = Connections.IDLE;
        idle[pool].push(connection);
        connections.idleTicket[connection] = idleness.start(connection);
    }

    /** A connection has been idle for long: it goes, unless it is one of those to keep. */
    void idleTimeout(int connection) {
        int pool = connections.pool[connection];
        if (idle[pool].size() > minIdle) {
            closeIdle(connection);
        }
    }

    void opened(int connection) {
        totals[connections.pool[connection]]++;
        tally.total.up(engine.now());
        offer(connection);
    }

    void giveBackAll(int attempt) {
        int connection = attempts.connection[attempt];
        attempts.connection[attempt] = -1;
        attempts.held[attempt] = 0;
        boolean leaks = leak > 0 && attempts.leakDraw[attempt] < leak;
        while (connection >= 0) {
            int following = connections.next[connection];
            if (leaks) {
                leaks = false;
            } else {
                giveBack(connection);
            }
            connection = following;
        }
    }

    private void giveBack(int connection) {
        double now = engine.now();
        int pool = connections.pool[connection];
        tally.used.down(now);
        tally.usedFor(now - connections.lentAt[connection]);
        if (connections.retires[connection] || totals[pool] > room(pool)) {
            close(connection);
            opening.fill(pool);
        } else {
            offer(connection);
        }
    }

    /** The driver has closed the socket: the pool knows the connection no more, the database does not know that yet. */
    void forget(int attempt) {
        int connection = attempts.connection[attempt];
        attempts.connection[attempt] = connections.next[connection];
        attempts.held[attempt]--;
        double now = engine.now();
        tally.used.down(now);
        tally.usedFor(now - connections.lentAt[connection]);
        drop(connection);
        opening.fill(connections.pool[connection]);
    }

    /** A connection has reached its age. */
    void expired(int connection) {
        if (connections.expires[connection] != engine.now() || connections.state[connection] == Connections.CLOSED) {
            return;
        }
        if (connections.state[connection] == Connections.IDLE) {
            closeIdle(connection);
        } else {
            connections.retires[connection] = true;
        }
    }

    private void closeIdle(int connection) {
        int pool = connections.pool[connection];
        idle[pool].remove(connection);
        close(connection);
        opening.fill(pool);
    }

    private void close(int connection) {
        drop(connection);
        machine.database.disconnected();
    }

    private void drop(int connection) {
        engine.cancel(connections.idleTicket[connection]);
        engine.cancel(connections.ageTicket[connection]);
        totals[connections.pool[connection]]--;
        tally.total.down(engine.now());
        connections.free(connection);
    }
}
