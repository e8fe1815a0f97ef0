package io.poolwright.testkit;

/** One number that a source would report, and what it is in good health at 200 requests a second. */
public enum Signal {
    /** Requests received by the balancer (1/s). */
    ARRIVALS(200, Sort.RATE),
    /** Responses of 5xx that clients get (1/s). */
    ERRORS(0, Sort.RATE),
    /** Requests that the balancer fails without reaching a server (1/s). */
    QUEUE_ERRORS(0, Sort.RATE),
    /** Requests waiting at the balancer. */
    QUEUE(0, Sort.LEVEL),
    /** Slots used towards each server. */
    SLOTS_USED(4, Sort.LEVEL),
    /** Slots towards each server. */
    SLOTS(50, Sort.LEVEL),

    /** Requests answered by each instance (1/s). */
    REQUESTS(100, Sort.RATE),
    /** Time of each request inside the instance (s). */
    SERVICE_TIME(0.038, Sort.TIME),
    /** Requests that reach each instance as a repeated attempt (1/s). */
    RESENT(0, Sort.RATE),
    /** Processors that each instance uses (cores). */
    CPU(0.035, Sort.RATE),
    /** Processors that each instance may use. */
    CORES(2, Sort.LEVEL),

    /** Connections lent out by each pool. */
    USED(4, Sort.LEVEL),
    /** Connections of each pool. */
    TOTAL(20, Sort.LEVEL),
    /** Limit of each pool. */
    MAX(20, Sort.LEVEL),
    /** Callers waiting at each pool. */
    PENDING(0, Sort.LEVEL),
    /** Callers of each pool that give up (1/s). */
    TIMEOUTS(0, Sort.RATE),
    /** Attempts of each pool's callers to get a connection (1/s). */
    WAITS(100, Sort.RATE),
    /** How long each attempt takes (s). */
    WAIT_TIME(0.0002, Sort.TIME),
    /** Connections given back to each pool (1/s). */
    RETURNS(100, Sort.RATE),
    /** How long each of them was in use (s). */
    USE_TIME(0.036, Sort.TIME),
    /** Connections opened by each pool (1/s). */
    CREATED(0, Sort.RATE),

    /** Backends of each application. */
    BACKENDS(20, Sort.LEVEL),
    /** Of these, running a statement. */
    ACTIVE(3, Sort.LEVEL),
    /** Of the active, waiting for a lock. */
    ON_LOCK(0, Sort.LEVEL),
    /** Of the active, on a processor. */
    ON_CPU(0, Sort.LEVEL),
    /** Idle with a transaction open. */
    IN_TRANSACTION(1, Sort.LEVEL),
    /** Transactions ended (1/s). */
    TRANSACTIONS(200, Sort.RATE),
    /** Rows read (1/s). */
    ROWS(2_500, Sort.RATE),
    /** Sessions ended because the client hung up (1/s). */
    ABANDONED(0, Sort.RATE),
    /** Sessions ended by the server (1/s). */
    FATAL(0, Sort.RATE),
    /** {@code max_connections}. */
    MAX_CONNECTIONS(60, Sort.LEVEL);

    private final double healthy;
    private final Sort sort;

    Signal(double healthy, Sort sort) {
        this.healthy = healthy;
        this.sort = sort;
    }

    double healthy() {
        return healthy;
    }

    Sort sort() {
        return sort;
    }

    /** How a number behaves from one second to the next. */
    enum Sort {
        /** A counter's speed. */
        RATE,
        /** What is there at the moment of the look. */
        LEVEL,
        /** A mean duration. */
        TIME
    }
}
