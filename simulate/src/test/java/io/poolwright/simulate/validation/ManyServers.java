package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.ErlangC;
import java.util.ArrayList;
import java.util.List;

final class ManyServers implements Validation {
    @Override
    public int number() {
        return 2;
    }

    @Override
    public String system() {
        return "M/M/c: a pool, a balancer, workers";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(pool(4, .7, 40_000));
            rows.addAll(tail(4, .7, .9, 40_000));
        } else {
            rows.addAll(pool(4, .8, 200_000));
            rows.addAll(pool(10, .9, 150_000));
            rows.addAll(balancer(10, .9, 150_000));
            rows.addAll(workers(20, .95, 150_000));
            rows.addAll(tail(10, .9, .99, 2_500_000));
        }
        return rows;
    }

    private static List<Row> pool(int servers, double utilization, double seconds) {
        double load = servers * utilization;
        return Trials.ofStack(
                "pool of %d, ρ = %s".formatted(servers, utilization),
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(load).with(POOL_MAX, servers),
                Measure.poolWaited(ErlangC.probabilityOfWait(load, servers)),
                Measure.poolWait(ErlangC.meanWait(load, servers, 1)));
    }

    private static List<Row> balancer(int servers, double utilization, double seconds) {
        double load = servers * utilization;
        return Trials.ofStack(
                "balancer's maxconn %d, ρ = %s".formatted(servers, utilization),
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(load).with(LB_MAXCONN, servers),
                Measure.balancerWait(ErlangC.meanWait(load, servers, 1)));
    }

    private static List<Row> workers(int servers, double utilization, double seconds) {
        double load = servers * utilization;
        return Trials.ofStack(
                "%d workers, ρ = %s".formatted(servers, utilization),
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(load).with(APP_WORKERS, servers),
                Measure.time(ErlangC.meanWait(load, servers, 1) + 1));
    }

    private static List<Row> tail(int servers, double utilization, double share, double seconds) {
        double load = servers * utilization;
        double tail = ErlangC.waitPercentile(load, servers, 1, share);
        return Trials.rows(
                "engine, c = %d, ρ = %s".formatted(servers, utilization),
                Trials.ONE_PERCENT,
                0,
                20,
                List.of("P(wait)", "mean wait", "P(wait > %.5g)".formatted(tail)),
                new double[] {ErlangC.probabilityOfWait(load, servers), ErlangC.meanWait(load, servers, 1), 1 - share},
                seed -> {
                    Station station = new Station(seed, servers, load, Stacks.ENDLESS, tail, Stacks.ENDLESS)
                            .run(seconds / 10)
                            .run(seconds);
                    return new double[] {station.probabilityOfWait(), station.meanWait(), station.longWaits()};
                });
    }
}
