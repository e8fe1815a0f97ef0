package io.poolwright.simulate.run;

import static io.poolwright.simulate.Parameter.APP_CALLS;
import static io.poolwright.simulate.Parameter.DB_ALPHA;
import static io.poolwright.simulate.Parameter.DB_BETA;
import static io.poolwright.simulate.Parameter.DB_CLIFF;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.DB_LOCK;
import static io.poolwright.simulate.Parameter.DB_NOTICE;
import static io.poolwright.simulate.Parameter.DB_OTHERS;
import static io.poolwright.simulate.Parameter.DB_SLOW;
import static io.poolwright.simulate.Parameter.POOL_QUERY_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.ProcessorSharing;
import io.poolwright.queueing.engine.WaitingLine;
import io.poolwright.simulate.Failure;

/** The database: slots, processors that all statements share, one hot row, and statements whose client has gone. */
final class Database {
    private static final int NOBODY = -1;

    private final Machine machine;
    private final EventEngine engine;
    private final Attempts attempts;
    private final Statements statements = new Statements();
    private final Tally tally;
    private final ProcessorSharing processors = new ProcessorSharing(n -> n);
    private final WaitingLine lockLine = new WaitingLine();
    private final Deadline callTimeout;
    private final Deadline notice;
    private final int timer;

    private int lockHolder = NOBODY;
    private int slots;
    private double share;
    private double lockShare;
    private double slow;
    private boolean cancelsFirst;
    private Contention contention = Contention.NONE;

    Database(Machine machine) {
        this.machine = machine;
        this.engine = machine.engine;
        this.attempts = machine.attempts;
        this.tally = machine.tally;
        this.callTimeout = new Deadline(engine, Kind.CALL_TIMEOUT);
        this.notice = new Deadline(engine, Kind.NOTICE);
        this.timer = engine.timer(Kind.DB_CPU);
    }

    void adopt(Values values) {
        slots = (int) Math.min(Integer.MAX_VALUE, values.get(DB_CONNECTIONS) - values.get(DB_OTHERS));
        share = 1 / values.get(APP_CALLS);
        lockShare = values.get(DB_LOCK);
        slow = values.get(DB_SLOW);
        double socket = values.get(POOL_SOCKET_TIMEOUT);
        double query = values.get(POOL_QUERY_TIMEOUT);
        cancelsFirst = query < socket;
        callTimeout.length(Math.min(socket, query));
        notice.length(values.get(DB_NOTICE));
        Contention other = new Contention(
                values.get(DB_CORES), values.get(DB_ALPHA), values.get(DB_BETA), values.get(DB_CLIFF), slow);
        if (!other.equals(contention)) {
            contention = other;
            processors.capacity(other, engine.now());
            rearm();
        }
    }

    /** Takes a slot; false when there is none. */
    boolean connect() {
        if (tally.backends.value() >= slots) {
            return false;
        }
        tally.backends.up(engine.now());
        return true;
    }

    void disconnected() {
        tally.backends.down(engine.now());
    }

    /** The work of letting a new client in. */
    void letIn(int connection, double cpu) {
        begin(statements.take(NOBODY, connection, cpu, 0));
    }

    /** One call on the connection that the attempt got last. */
    void call(int attempt) {
        int statement = statements.take(attempt, NOBODY, attempts.cpu[attempt] * share, attempts.wait[attempt] * share);
        attempts.state[attempt] = Attempts.DATABASE;
        attempts.statement[attempt] = statement;
        attempts.stageTicket[attempt] = callTimeout.start(attempt);
        tally.active.up(engine.now());
        if (lockShare > 0 && attempts.lockDraw[attempt] < lockShare) {
            statements.locks[statement] = true;
            if (lockHolder != NOBODY) {
                statements.state[statement] = Statements.ON_LOCK;
                statements.place[statement] = lockLine.join(statement);
                tally.onLock.up(engine.now());
                return;
            }
            lockHolder = statement;
        }
        begin(statement);
    }

    private void begin(int statement) {
        if (statements.cpu[statement] > 0) {
            double now = engine.now();
            statements.state[statement] = Statements.ON_CPU;
            processors.enter(statement, statements.cpu[statement], now);
            rearm();
        } else {
            pause(statement);
        }
    }

    /** The processors have done a statement's work. */
    void computed() {
        int statement = processors.finish(engine.now());
        rearm();
        int attempt = statements.attempt[statement];
        if (statements.zombie[statement] || (attempt >= 0 && attempts.gone[attempt])) {
            tally.wastedCpu += statements.cpu[statement];
        }
        if (statements.wait[statement] > 0) {
            pause(statement);
        } else {
            end(statement);
        }
    }

    private void pause(int statement) {
        statements.state[statement] = Statements.ON_WAIT;
        double until = engine.now() + statements.wait[statement] * slow;
        statements.wakeAt[statement] = until;
        engine.schedule(until, Kind.DB_WAIT, statement);
    }

    /** A wait is over, if the statement still waits. */
    void woken(int statement) {
        if (statements.state[statement] == Statements.ON_WAIT && statements.wakeAt[statement] == engine.now()) {
            end(statement);
        }
    }

    private void end(int statement) {
        int attempt = statements.attempt[statement];
        int connection = statements.connection[statement];
        boolean zombie = statements.zombie[statement];
        engine.cancel(statements.notice[statement]);
        statements.free(statement);
        unlock(statement);
        if (connection >= 0) {
            machine.opening.letIn(connection);
            return;
        }
        double now = engine.now();
        tally.active.down(now);
        tally.completed++;
        if (zombie) {
            tally.zombies.down(now);
            disconnected();
        } else {
            engine.cancel(attempts.stageTicket[attempt]);
            machine.calls.answered(attempt);
        }
    }

    private void unlock(int statement) {
        if (lockHolder == statement) {
            lockHolder = lockLine.first();
            if (lockHolder >= 0) {
                tally.onLock.down(engine.now());
                begin(lockHolder);
            }
        }
    }

    /** The driver's or the statement's own limit has passed. */
    void callTimeout(int attempt) {
        if (cancelsFirst) {
            stop(attempts.statement[attempt]);
            machine.calls.failed(attempt, Failure.QUERY_TIMEOUT);
            return;
        }
        int statement = attempts.statement[attempt];
        statements.attempt[statement] = NOBODY;
        statements.zombie[statement] = true;
        statements.notice[statement] = notice.start(statement);
        tally.zombies.up(engine.now());
        machine.pools.forget(attempt);
        machine.calls.failed(attempt, Failure.SOCKET_TIMEOUT);
    }

    /** A zombie finds out that its client has gone. */
    void noticed(int statement) {
        tally.zombies.down(engine.now());
        stop(statement);
        disconnected();
    }

    /** Its client has gone, and that stops it. */
    void cancelled(int attempt) {
        engine.cancel(attempts.stageTicket[attempt]);
        stop(attempts.statement[attempt]);
        machine.pools.giveBackAll(attempt);
        machine.instances.fail(attempt, Failure.CLIENT_TIMEOUT);
    }

    /** The statement ends where it is. */
    private void stop(int statement) {
        double now = engine.now();
        byte state = statements.state[statement];
        if (state == Statements.ON_CPU) {
            tally.wastedCpu += statements.cpu[statement] - processors.leave(statement, now);
            rearm();
        } else if (state == Statements.ON_LOCK) {
            lockLine.leave(statements.place[statement]);
            tally.onLock.down(now);
        }
        statements.free(statement);
        tally.active.down(now);
        unlock(statement);
    }

    private void rearm() {
        engine.arm(timer, processors.next(engine.now()));
    }

    double cpuSeconds(double now) {
        return processors.done(now);
    }
}
