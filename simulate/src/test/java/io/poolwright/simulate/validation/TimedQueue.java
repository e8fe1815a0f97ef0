package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.QueueTimeout;
import io.poolwright.simulate.Failure;
import java.util.ArrayList;
import java.util.List;

final class TimedQueue implements Validation {
    @Override
    public int number() {
        return 5;
    }

    @Override
    public String system() {
        return "M/M/c+D: a pool with an acquire timeout, a balancer with a queue timeout";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(pool(12, 5_000));
        } else {
            rows.addAll(pool(9, 700_000));
            rows.addAll(pool(12, 100_000));
            rows.addAll(balancer(12, 100_000));
        }
        return rows;
    }

    private static List<Row> pool(double rate, double seconds) {
        QueueTimeout exact = QueueTimeout.of(rate, 1, 10, 2);
        return Trials.ofStack(
                "pool of 10, τ = 2, λ = " + rate,
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(rate).with(POOL_MAX, 10).with(POOL_ACQUIRE_TIMEOUT, 2),
                new Measure("P(timeout)", exact.timeouts(), total -> {
                    var pool = total.pool();
                    return pool.timeouts() / (double) (pool.borrowed() + pool.timeouts());
                }),
                Measure.poolWaited(exact.probabilityOfWait()),
                Measure.poolWait(exact.meanWait()));
    }

    private static List<Row> balancer(double rate, double seconds) {
        QueueTimeout exact = QueueTimeout.of(rate, 1, 10, 2);
        return Trials.ofStack(
                "maxconn 10, queue timeout 2, λ = " + rate,
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(rate).with(LB_MAXCONN, 10).with(LB_QUEUE_TIMEOUT, 2),
                new Measure("P(timeout)", exact.timeouts(), total -> {
                    var customers = total.customers();
                    return customers.failed().getOrDefault(Failure.LB_QUEUE_TIMEOUT, 0L) / (double) customers.offered();
                }),
                Measure.balancerWait(exact.meanWaitServed()));
    }
}
