package io.poolwright.drill.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoop;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The client model: who asks, how long they wait, when they ask again and when they give up. Confined to the event loop.
 *
 * <p>The same as the simulator's client: a timeout for each attempt, retries with back-off, jitter and budget, and a socket
 * that is closed when an attempt is abandoned, while the server works on.
 */
final class Callers implements HttpLane.Outcomes {
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final EventLoop loop;
    private final RunClock clock;
    private final Ledger ledger;
    private final Lanes lanes;
    private final Deadlines underWay;
    private final SplittableRandom jitter;
    private final long timeout;
    private RetryPolicy retries;
    private RetryBudget budget;
    private boolean closed;

    Callers(LoadPlan plan, EventLoop loop, Bootstrap bootstrap, RunClock clock, Ledger ledger) {
        this.loop = loop;
        this.clock = clock;
        this.ledger = ledger;
        this.timeout = plan.timeout().toNanos();
        this.retries = plan.retries();
        this.budget = new RetryBudget(plan.retries().budget());
        this.jitter = new SplittableRandom(~plan.seed()); // a stream of its own, so that retries leave arrivals alone
        this.underWay = new Deadlines(loop, clock, this::abandoned);
        Deadlines line = new Deadlines(loop, clock, call -> failed(call, Failure.LINE));
        RequestBytes requests = new RequestBytes(plan.verb(), plan.target());
        this.lanes =
                new Lanes(bootstrap, plan.maxConnections(), ledger, line, call -> new HttpLane(requests, this, call));
    }

    /** Starts one request for each intended time (ns since the start of the run). */
    void arrive(long[] intended) {
        for (long start : intended) {
            ledger.offered(start);
            budget.earn();
            begin(new Call(start), start);
        }
    }

    void retries(RetryPolicy policy) {
        retries = policy;
        budget = new RetryBudget(policy.budget());
    }

    /** From now on nothing that happens is counted, and nothing is retried. */
    void close() {
        closed = true;
        lanes.close();
    }

    @Override
    public void opened() {
        ledger.opened();
    }

    @Override
    public void started(Call call) {
        ledger.attempt();
        call.deadline(clock.nanos() + timeout);
        underWay.add(call);
    }

    @Override
    public void answered(Call call, int status) {
        underWay.remove(call);
        if (closed) {
            return;
        }
        if (status == OK) {
            ledger.succeeded(call.intended());
        } else if (status >= SERVER_ERROR) {
            retryOrFail(call, Integer.toString(status));
        } else {
            ledger.failed(call.intended(), Integer.toString(status));
        }
    }

    @Override
    public void failed(Call call, Failure failure) {
        underWay.remove(call);
        if (closed) {
            return;
        }
        if (failure == Failure.CONNECT) {
            ledger.notConnected();
        }
        if (failure == Failure.LINE) {
            ledger.failed(call.intended(), failure.reason());
        } else {
            retryOrFail(call, failure.reason());
        }
    }

    @Override
    public void free(HttpLane lane) {
        lanes.free(lane);
    }

    private void begin(Call call, long start) {
        if (closed) {
            return;
        }
        call.beginAttempt();
        call.deadline(start + timeout);
        lanes.ask(call);
    }

    private void abandoned(Call call) {
        call.lane().ifPresent(HttpLane::abandon);
        failed(call, Failure.TIMEOUT);
    }

    private void retryOrFail(Call call, String reason) {
        int retry = call.attempt() - 1;
        if (retry < retries.maxRetries() && budget.spend()) {
            var unused = loop.schedule(
                    () -> begin(call, clock.nanos()), retries.backOff(retry, jitter), TimeUnit.NANOSECONDS);
        } else {
            ledger.failed(call.intended(), reason);
        }
    }
}
