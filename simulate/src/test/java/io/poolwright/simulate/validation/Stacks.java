package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.APP_BEFORE;
import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_BACKOFF;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.DB_BETA;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_CONNECT_CPU;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.DB_SLOW;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;
import static io.poolwright.simulate.Parameter.LB_QUEUE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_CREATE_LATENCY;
import static io.poolwright.simulate.Parameter.POOL_CREATE_PAUSE;
import static io.poolwright.simulate.Parameter.POOL_MAX;
import static io.poolwright.simulate.Parameter.POOL_MAX_LIFETIME;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.StackModel;

/** Stacks of which all is without a limit and free, but what a test puts in. */
final class Stacks {
    /** So many connections that none is ever missed. */
    static final int PLENTY = 1000;

    static final double ENDLESS = Double.POSITIVE_INFINITY;

    private Stacks() {}

    /** Requests that come at this rate and need nothing. */
    static StackModel open(double rate) {
        return StackModel.empty()
                .with(CLIENT_RATE, rate)
                .with(CLIENT_TIMEOUT, ENDLESS)
                .with(APP_WORKERS, ENDLESS)
                .with(POOL_MAX, PLENTY)
                .with(POOL_ACQUIRE_TIMEOUT, ENDLESS)
                .with(POOL_MAX_LIFETIME, ENDLESS)
                .with(POOL_CREATE_LATENCY, 0)
                .with(POOL_CREATE_PAUSE, 0)
                .with(DB_CONNECT_CPU, 0)
                .with(DB_CONNECTIONS, ENDLESS);
    }

    /** Each holds its connection for so long, whatever the others do. */
    static StackModel holding(double rate, Law time) {
        return open(rate).withDatabase(Constant.ZERO, time);
    }

    /** Each holds its connection for an exponential time of mean 1. */
    static StackModel holding(double rate) {
        return holding(rate, new Exponential(1));
    }

    /** Each needs so much of the database's processors. */
    static StackModel working(double rate, Law demand) {
        return open(rate).withDatabase(demand, Constant.ZERO);
    }

    /** Like a web stack at three quarters of its load: a queue everywhere, all without timeouts. */
    static StackModel lively() {
        return working(400, Lognormal.of(.015, 1))
                .with(LB_MAXCONN, 14)
                .with(POOL_MAX, 10)
                .with(APP_BEFORE, .001)
                .with(DB_CORES, 8)
                .with(DB_BETA, .0005);
    }

    /** The same with every timeout, retries, two instances, a leak of lifetimes, and a database that is slow for a while. */
    static StackModel troubled() {
        return lively().with(APP_INSTANCES, 2)
                .with(LB_QUEUE, 500)
                .with(LB_QUEUE_TIMEOUT, 1)
                .with(APP_WORKERS, 20)
                .with(CLIENT_TIMEOUT, 2)
                .with(CLIENT_RETRIES, 3)
                .with(CLIENT_BACKOFF, .1)
                .with(POOL_ACQUIRE_TIMEOUT, .2)
                .with(POOL_SOCKET_TIMEOUT, .1)
                .with(POOL_MAX_LIFETIME, 5)
                .with(DB_CONNECTIONS, 60)
                .with(DB_CONNECT_CPU, .003)
                .with(POOL_CREATE_PAUSE, .03)
                .during(DB_SLOW, 3, 10, 10);
    }
}
