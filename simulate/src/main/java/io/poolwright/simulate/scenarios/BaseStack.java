package io.poolwright.simulate.scenarios;

import static io.poolwright.simulate.Parameter.APP_BEFORE;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_BACKOFF;
import static io.poolwright.simulate.Parameter.CLIENT_BUDGET;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_REDRAW;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.DB_BETA;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_CONNECT_CPU;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;
import static io.poolwright.simulate.Parameter.LB_QUEUE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_CREATE_BACKOFF;
import static io.poolwright.simulate.Parameter.POOL_CREATE_BACKOFF_CAP;
import static io.poolwright.simulate.Parameter.POOL_CREATE_CONCURRENCY;
import static io.poolwright.simulate.Parameter.POOL_CREATE_LATENCY;
import static io.poolwright.simulate.Parameter.POOL_CREATE_PAUSE;
import static io.poolwright.simulate.Parameter.POOL_MAX;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Grid;

/** The sound stack that every scenario breaks: 400 requests/s on a database that they keep busy to 75 %. */
final class BaseStack {
    /** 120 s, the last quarter of which is looked at. */
    static final Setup SETUP = new Setup(90, 30, 1, Goal.USUAL.limit());

    /** Every value that a person would try in one of the outages, a dozen settings with five or six each. */
    static final Grid GRID = Grid.empty()
            .with(CLIENT_TIMEOUT, 0.5, 1, 4, 8, 16)
            .with(CLIENT_RETRIES, 0, 1, 2, 5)
            .with(CLIENT_BUDGET, 0.02, 0.05, 0.1, 0.2, 0.5)
            .with(LB_MAXCONN, 8, 10, 20, 50, 100, 200, 800)
            .with(LB_QUEUE, 10, 50, 100, 500, 1000)
            .with(LB_QUEUE_TIMEOUT, 0.1, 0.25, 0.5, 1, 1.5)
            .with(POOL_ACQUIRE_TIMEOUT, 0.05, 0.1, 0.2, 0.5, 2)
            .with(POOL_MAX, 8, 10, 12, 16, 32, 64)
            .with(POOL_SOCKET_TIMEOUT, 0.025, 0.05, 0.08, 0.1, 0.2, 0.5, 5)
            .with(CLIENT_BACKOFF, 0.01, 0.5, 2, 5)
            .with(APP_WORKERS, 20, 30, 50, 100, 400)
            .with(DB_CORES, 10, 12, 16, 24);

    private BaseStack() {}

    static StackModel model() {
        return StackModel.empty()
                .with(CLIENT_RATE, 400)
                .with(CLIENT_TIMEOUT, 2)
                .with(CLIENT_RETRIES, 3)
                .with(CLIENT_BACKOFF, 0.1)
                .with(CLIENT_REDRAW, 1)
                .with(LB_MAXCONN, 400)
                .with(LB_QUEUE, 100_000)
                .with(LB_QUEUE_TIMEOUT, 5)
                .with(APP_WORKERS, 200)
                .with(APP_BEFORE, 0.001)
                .with(POOL_MAX, 20)
                .with(POOL_ACQUIRE_TIMEOUT, 1)
                .with(POOL_SOCKET_TIMEOUT, 30)
                .with(POOL_CREATE_LATENCY, 0)
                .with(POOL_CREATE_CONCURRENCY, 64)
                .with(POOL_CREATE_PAUSE, 0)
                .with(POOL_CREATE_BACKOFF, 0.05)
                .with(POOL_CREATE_BACKOFF_CAP, 0.05)
                .with(DB_CONNECT_CPU, 0.01)
                .with(DB_CONNECTIONS, 100)
                .with(DB_CORES, 8)
                .with(DB_BETA, 0.0005)
                .withDatabase(Lognormal.of(0.015, 1), Constant.ZERO);
    }
}
