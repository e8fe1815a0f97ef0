package io.poolwright.simulate;

import static io.poolwright.simulate.Unit.COUNT;
import static io.poolwright.simulate.Unit.FACTOR;
import static io.poolwright.simulate.Unit.FLAG;
import static io.poolwright.simulate.Unit.PER_SECOND;
import static io.poolwright.simulate.Unit.SECONDS;
import static io.poolwright.simulate.Unit.SHARE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One number of the model of a stack: anything that can be set, swept, searched, or changed while a run goes on. */
public enum Parameter {
    /** Fresh requests a second that arrive whatever the stack does (open model). */
    CLIENT_RATE("client.rate", PER_SECOND, 100, 0),
    /** Customers who each wait for their answer and then think (closed model); 0 for the open model. */
    CLIENT_USERS("client.users", COUNT, 0, 0),
    /** How long such a customer thinks, on average (exponential). */
    CLIENT_THINK("client.think", SECONDS, 1, 0),
    /** Arrivals evenly spaced instead of Poisson. */
    CLIENT_EVEN("client.even", FLAG, 0, 0),
    /** How long an attempt may take before the client gives it up. */
    CLIENT_TIMEOUT("client.timeout", SECONDS, 10, 1e-6),
    /** Attempts after the first. */
    CLIENT_RETRIES("client.retries", COUNT, 0, 0),
    /** Pause before the first retry, doubled for each more, times a random number between 0.5 and 1.5. */
    CLIENT_BACKOFF("client.backoff", SECONDS, 0, 0),
    /** Longest such pause, before the random number. */
    CLIENT_BACKOFF_CAP("client.backoff.cap", SECONDS, Double.POSITIVE_INFINITY, 0),
    /** Retries that each fresh request earns (token bucket that starts empty and keeps at most 100); infinite for no budget. */
    CLIENT_BUDGET("client.budget", SHARE, Double.POSITIVE_INFINITY, 0),
    /** Time from the first attempt after which no retry is started. */
    CLIENT_DEADLINE("client.deadline", SECONDS, Double.POSITIVE_INFINITY, 1e-6),
    /** Whether a retry needs something else of the database; otherwise it needs the same, and what was too slow is too slow again. */
    CLIENT_REDRAW("client.redraw", FLAG, 0, 0),
    /** Whether giving up stops the work further in; otherwise the server works on for nobody. */
    CLIENT_CANCEL("client.cancel", FLAG, 0, 0),

    /** Requests at a time that the balancer lets through to one instance. */
    LB_MAXCONN("lb.maxconn", COUNT, Double.POSITIVE_INFINITY, 1),
    /** Requests that may wait in the balancer. */
    LB_QUEUE("lb.queue", COUNT, Double.POSITIVE_INFINITY, 0),
    /** Longest wait there. */
    LB_QUEUE_TIMEOUT("lb.queue.timeout", SECONDS, Double.POSITIVE_INFINITY, 1e-6),
    /** Longest that the balancer waits for an instance's answer. */
    LB_SERVER_TIMEOUT("lb.server.timeout", SECONDS, Double.POSITIVE_INFINITY, 1e-6),
    /** Tries on another instance after one refused the connection. */
    LB_RETRIES("lb.retries", COUNT, 3, 0),
    /** How an instance is chosen: 0 round robin, 1 fewest connections, 2 the better of two at random. */
    LB_POLICY("lb.policy", COUNT, 0, 0),
    /** Whether a request whose client went away leaves the balancer's queue. */
    LB_ABORT("lb.abort", FLAG, 1, 0),
    /** Time until the balancer notices that an instance is down or up again. */
    LB_CHECK("lb.check", SECONDS, 6, 0),

    /** Copies of the application, each with workers and a pool of its own. */
    APP_INSTANCES("app.instances", COUNT, 1, 1),
    /** Of them, those that refuse connections (the last ones). */
    APP_DOWN("app.down", COUNT, 0, 0),
    /** Requests worked on at a time by one instance. */
    APP_WORKERS("app.workers", COUNT, 200, 1),
    /** Requests that wait for a worker in one instance; beyond it a connection is refused. */
    APP_ACCEPT("app.accept", COUNT, Double.POSITIVE_INFINITY, 0),
    /** Processors of one instance; infinite when they are never the limit. */
    APP_CORES("app.cores", COUNT, Double.POSITIVE_INFINITY, 0.01),
    /** Work before the first connection is asked for: processor time with {@link #APP_CORES}, else a plain delay. */
    APP_BEFORE("app.before", SECONDS, 0, 0),
    /** Work after the database has answered, likewise. */
    APP_AFTER("app.after", SECONDS, 0, 0),
    /** Calls to the database that one request makes, one after the other. */
    APP_CALLS("app.calls", COUNT, 1, 1),
    /** Whether one connection is held from the first call to the end of the request (open in view). */
    APP_HOLD("app.hold", FLAG, 0, 0),
    /** Time that a request does something else while it holds a connection, after each call. */
    APP_THINK("app.think", SECONDS, 0, 0),
    /** Connections that one request holds at a time: it asks for the next while it holds the first. */
    APP_NESTED("app.nested", COUNT, 1, 1),
    /** Probability that a request never gives its connection back. */
    APP_LEAK("app.leak", SHARE, 0, 0),
    /** Tries of the application itself after the database failed a call. */
    APP_RETRIES("app.retries", COUNT, 0, 0),
    /** Age at which a request is dropped instead of getting a worker. */
    APP_DEADLINE("app.deadline", SECONDS, Double.POSITIVE_INFINITY, 1e-6),
    /** Who gets the next worker: 0 first come, 1 last come. */
    APP_ORDER("app.order", COUNT, 0, 0),

    /** Connections that one instance's pool may have. */
    POOL_MAX("pool.max", COUNT, 10, 1),
    /** Idle connections that a pool opens ahead of need; infinite for as many as it may have, as HikariCP does unless told. */
    POOL_MIN_IDLE("pool.min.idle", COUNT, Double.POSITIVE_INFINITY, 0),
    /** Idleness after which a connection beyond those is closed. */
    POOL_IDLE_TIMEOUT("pool.idle.timeout", SECONDS, 600, 0.01),
    /** Longest wait for a connection. */
    POOL_ACQUIRE_TIMEOUT("pool.acquire.timeout", SECONDS, 30, 1e-6),
    /** Time that borrowing a connection costs, its test included. */
    POOL_VALIDATION("pool.validation", SECONDS, 0, 0),
    /** Silence after which the driver closes the socket; the database works on. */
    POOL_SOCKET_TIMEOUT("pool.socket.timeout", SECONDS, Double.POSITIVE_INFINITY, 1e-6),
    /** Time after which a call is cancelled in the database; the connection stays. */
    POOL_QUERY_TIMEOUT("pool.query.timeout", SECONDS, Double.POSITIVE_INFINITY, 1e-6),
    /** Age at which a connection is replaced, less up to 2.5 % at random. */
    POOL_MAX_LIFETIME("pool.max.lifetime", SECONDS, 1800, 0.01),
    /** Time that opening a connection takes beside the database's work. */
    POOL_CREATE_LATENCY("pool.create.latency", SECONDS, 0.005, 0),
    /** Connections that one pool opens at the same time. */
    POOL_CREATE_CONCURRENCY("pool.create.concurrency", COUNT, 1, 1),
    /** Pause after each connection that was opened; HikariCP makes one of 30 ms. */
    POOL_CREATE_PAUSE("pool.create.pause", SECONDS, 0.03, 0),
    /** Pause after a connection was refused, doubled for each refusal in a row. */
    POOL_CREATE_BACKOFF("pool.create.backoff", SECONDS, 0.01, 1e-3),
    /** Longest such pause. */
    POOL_CREATE_BACKOFF_CAP("pool.create.backoff.cap", SECONDS, 5, 1e-3),

    /** Connections that the database gives to ordinary users. */
    DB_CONNECTIONS("db.connections", COUNT, 97, 1),
    /** Of them, those that somebody else has taken. */
    DB_OTHERS("db.others", COUNT, 0, 0),
    /** Processors of the database. */
    DB_CORES("db.cores", COUNT, Double.POSITIVE_INFINITY, 0.01),
    /** Loss by each further statement at work (α of the contention law). */
    DB_ALPHA("db.alpha", SHARE, 0, 0),
    /** Loss by each statement beyond the processors (β of the contention law). */
    DB_BETA("db.beta", SHARE, 0, 0),
    /** Statements at work beyond which memory runs out and each further one costs ten times {@link #DB_BETA}. */
    DB_CLIFF("db.cliff", COUNT, Double.POSITIVE_INFINITY, 1),
    /** How many times slower the database is than it should be. */
    DB_SLOW("db.slow", FACTOR, 1, 1e-3),
    /** Processor time of the database that opening a connection costs. */
    DB_CONNECT_CPU("db.connect.cpu", SECONDS, 0.003, 0),
    /** Share of the calls that change one and the same row, and hold its lock to their end. */
    DB_LOCK("db.lock", SHARE, 0, 0),
    /** Time until a statement whose client went away notices it; infinite when it works to its end. */
    DB_NOTICE("db.notice", SECONDS, Double.POSITIVE_INFINITY, 1e-3);

    private static final List<Parameter> ALL = List.of(values());

    private final String id;
    private final Unit unit;
    private final double usual;
    private final double least;

    Parameter(String id, Unit unit, double usual, double least) {
        this.id = id;
        this.unit = unit;
        this.usual = usual;
        this.least = least;
    }

    /** Its name outside the code, such as {@code pool.acquire.timeout}. */
    public String id() {
        return id;
    }

    public Unit unit() {
        return unit;
    }

    /** What holds when nothing is said. */
    public double usual() {
        return usual;
    }

    /** All of them, in the order of a request's way. */
    public static List<Parameter> all() {
        return ALL;
    }

    /** The one with this name. */
    public static Optional<Parameter> named(String id) {
        return ALL.stream().filter(parameter -> parameter.id.equals(id)).findFirst();
    }

    /** The names of all, for messages. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Parameter::id).toList();
    }

    /**
     * The value, when this parameter can have it.
     *
     * @throws ImpossibleParameterException when it is not a number, too small, no whole count, or infinite where that means
     *     nothing
     */
    double checked(double value) {
        if (Double.isNaN(value) || value < least) {
            throw new ImpossibleParameterException(this, value, "%s or more".formatted(plain(least)));
        }
        boolean endless = Double.isInfinite(value);
        if (endless && !mayBeEndless()) {
            throw new ImpossibleParameterException(this, value, "a finite number");
        }
        if (unit == COUNT && !endless && value != Math.rint(value) && this != APP_CORES && this != DB_CORES) {
            throw new ImpossibleParameterException(this, value, "a whole number");
        }
        if ((unit == FLAG || this == APP_LEAK || this == DB_LOCK) && value > 1) {
            throw new ImpossibleParameterException(this, value, unit == FLAG ? "0 or 1" : "0 to 1");
        }
        if ((this == LB_POLICY && value > 2) || (this == APP_ORDER && value > 1)) {
            throw new ImpossibleParameterException(this, value, this == LB_POLICY ? "0, 1 or 2" : "0 or 1");
        }
        return value;
    }

    private boolean mayBeEndless() {
        return switch (this) {
            case CLIENT_TIMEOUT,
                    POOL_ACQUIRE_TIMEOUT,
                    POOL_IDLE_TIMEOUT,
                    POOL_MAX_LIFETIME,
                    DB_CONNECTIONS,
                    APP_WORKERS,
                    POOL_MAX -> true;
            default -> Double.isInfinite(usual);
        };
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
