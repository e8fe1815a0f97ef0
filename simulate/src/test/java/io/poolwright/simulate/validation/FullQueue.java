package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;

import io.poolwright.queueing.LimitedQueue;
import io.poolwright.simulate.Failure;
import java.util.ArrayList;
import java.util.List;

final class FullQueue implements Validation {
    @Override
    public int number() {
        return 3;
    }

    @Override
    public String system() {
        return "M/M/c/K: a balancer with a queue limit";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>(rows(12, depth == Depth.QUICK ? 5_000 : 100_000));
        if (depth == Depth.EXHAUSTIVE) {
            rows.addAll(rows(9, 700_000));
        }
        return rows;
    }

    private static List<Row> rows(double rate, double seconds) {
        LimitedQueue exact = LimitedQueue.of(rate, 1, 10, 30);
        return Trials.ofStack(
                "c = 10, K = 30, λ = " + rate,
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(rate).with(LB_MAXCONN, 10).with(LB_QUEUE, 20),
                new Measure("P(turned away)", exact.loss(), total -> {
                    var customers = total.customers();
                    return customers.failed().getOrDefault(Failure.LB_QUEUE_FULL, 0L) / (double) customers.offered();
                }),
                Measure.balancerWait(exact.meanWait()));
    }
}
