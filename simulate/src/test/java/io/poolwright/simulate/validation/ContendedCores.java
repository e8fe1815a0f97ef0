package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.DB_ALPHA;
import static io.poolwright.simulate.Parameter.DB_BETA;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.Contention;
import io.poolwright.queueing.SharedDatabase;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.List;

final class ContendedCores implements Validation {
    @Override
    public int number() {
        return 9;
    }

    @Override
    public String system() {
        return "PS with contention: a database that crowding slows down";
    }

    private static final int LIMIT = 30;
    private static final Contention CONTENTION = new Contention(8, .005, .002);

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(rows("lognormal cv 1", Lognormal.of(1, 1), 6, 8_000));
        } else {
            rows.addAll(rows("lognormal cv 2", Lognormal.of(1, 2), 6.5, 60_000));
            rows.addAll(rows("exponential", new Exponential(1), 6.5, 60_000));
            rows.addAll(rows("constant", new Constant(1), 6.5, 60_000));
        }
        rows.addAll(saturated(depth == Depth.QUICK ? 2_000 : 20_000));
        return rows;
    }

    /** Over the limit turned away, so that any law of the demand has a closed form. */
    private static List<Row> rows(String law, Law demand, double rate, double seconds) {
        SharedDatabase exact = SharedDatabase.turningAway(rate, 1, CONTENTION, LIMIT);
        return Trials.ofStack(
                "%s, α = .005, β = .002, n ≤ 30, λ = %s".formatted(law, rate),
                Trials.ONE_PERCENT,
                seconds,
                contended(rate, demand).with(LB_MAXCONN, LIMIT).with(LB_QUEUE, 0),
                Measure.time(exact.meanTime()),
                new Measure("mean inside", exact.meanInside(), total -> total.database()
                        .active()));
    }

    /** Twice what it can carry, behind a pool: the pool is always used up, and φ of its size is what gets done. */
    private static List<Row> saturated(double seconds) {
        return Trials.ofStack(
                "pool of 20, λ = 20",
                Trials.ONE_PERCENT,
                seconds,
                contended(20, new Exponential(1))
                        .with(POOL_MAX, 20)
                        .with(LB_MAXCONN, 100)
                        .with(LB_QUEUE, 0),
                new Measure("throughput", CONTENTION.work(20), total -> total.database()
                        .completed()));
    }

    private static StackModel contended(double rate, Law demand) {
        return Stacks.working(rate, demand)
                .with(DB_CORES, CONTENTION.cores())
                .with(DB_ALPHA, CONTENTION.serial())
                .with(DB_BETA, CONTENTION.crowding());
    }
}
