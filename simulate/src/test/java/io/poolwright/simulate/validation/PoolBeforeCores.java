package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.Contention;
import io.poolwright.queueing.ErlangC;
import io.poolwright.queueing.SharedDatabase;
import io.poolwright.queueing.law.Exponential;
import java.util.ArrayList;
import java.util.List;

final class PoolBeforeCores implements Validation {
    @Override
    public int number() {
        return 10;
    }

    @Override
    public String system() {
        return "PS behind a pool: larger and smaller than the cores";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(rows(16, 5.6, 8_000));
            rows.addAll(rows(4, 2.8, 30_000));
        } else {
            rows.addAll(rows(16, 7.2, 60_000));
            rows.addAll(rows(8, 7.2, 60_000));
            rows.addAll(rows(4, 3.6, 100_000));
        }
        return rows;
    }

    private static List<Row> rows(int connections, double rate, double seconds) {
        int servers = Math.min(connections, 8);
        SharedDatabase exact = SharedDatabase.behindPool(rate, 1, Contention.none(8), connections);
        return Trials.ofStack(
                "c = 8, pool of %d, λ = %s: M/M/%d".formatted(connections, rate, servers),
                Trials.ONE_PERCENT,
                seconds,
                Stacks.working(rate, new Exponential(1)).with(DB_CORES, 8).with(POOL_MAX, connections),
                Measure.time(ErlangC.meanWait(rate, servers, 1) + 1),
                new Measure("mean in the database", exact.meanInside(), total -> total.database()
                        .active()));
    }
}
