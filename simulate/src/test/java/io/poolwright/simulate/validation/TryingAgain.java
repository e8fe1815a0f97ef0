package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.CLIENT_BACKOFF;
import static io.poolwright.simulate.Parameter.CLIENT_REDRAW;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;

import io.poolwright.queueing.Retries;
import io.poolwright.simulate.Failure;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;

final class TryingAgain implements Validation {
    @Override
    public int number() {
        return 15;
    }

    @Override
    public String system() {
        return "retries: independent failures, and a loss system";
    }

    private static final double TWO_PERCENT = .02;

    @Override
    public List<Row> rows(Depth depth) {
        double seconds = depth == Depth.QUICK ? 2_000 : 6_000;
        List<Row> rows = new ArrayList<>(independent(1, 1, seconds));
        rows.addAll(lossSystem(9, 3, 10 * seconds));
        if (depth == Depth.EXHAUSTIVE) {
            rows.addAll(independent(.2, 3, seconds));
            rows.addAll(lossSystem(7, 5, 10 * seconds));
        }
        return rows;
    }

    /** Each attempt needs something else, and is given up after the client's patience. */
    private static List<Row> independent(double patience, int retries, double seconds) {
        double failure = Math.exp(-patience);
        return Trials.ofStack(
                "independent, p = %.4g, R = %d".formatted(failure, retries),
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(10)
                        .with(CLIENT_TIMEOUT, patience)
                        .with(CLIENT_RETRIES, retries)
                        .with(CLIENT_REDRAW, 1),
                new Measure("attempts by request", Retries.attempts(failure, retries), total -> total.customers()
                        .amplification()),
                new Measure(
                        "P(fails in the end)",
                        Math.pow(failure, retries + 1.0),
                        total -> total.customers().failures()
                                / (double) total.customers().offered()));
    }

    /** Back-off so long that each attempt comes as a stranger; the fixed point is an approximation. */
    private static List<Row> lossSystem(double rate, int retries, double seconds) {
        Retries.LossWithRetries exact = Retries.ofLossSystem(rate, 1, 10, retries);
        StackModel model = Stacks.holding(rate)
                .with(LB_MAXCONN, 10)
                .with(LB_QUEUE, 0)
                .with(CLIENT_RETRIES, retries)
                .with(CLIENT_BACKOFF, 30);
        return Trials.rows(
                "loss system, c = 10, λ = %s, R = %d".formatted(rate, retries),
                Trials.ONE_PERCENT,
                TWO_PERCENT,
                20,
                List.of("attempts by request", "P(attempt turned away)"),
                new double[] {exact.attempts(), exact.loss()},
                seed -> {
                    var customers = StackRun.total(model, new Setup(2_000, seconds, seed, Double.MAX_VALUE))
                            .total()
                            .customers();
                    double failed = customers.attemptsFailed().getOrDefault(Failure.LB_QUEUE_FULL, 0L);
                    return new double[] {customers.amplification(), failed / customers.attempts()};
                });
    }
}
