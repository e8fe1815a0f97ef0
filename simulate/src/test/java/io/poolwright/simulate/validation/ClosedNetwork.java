package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.APP_BEFORE;
import static io.poolwright.simulate.Parameter.APP_CORES;
import static io.poolwright.simulate.Parameter.CLIENT_THINK;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;
import static io.poolwright.simulate.Parameter.DB_CORES;

import io.poolwright.queueing.MeanValueAnalysis;
import io.poolwright.queueing.law.Lognormal;
import java.util.ArrayList;
import java.util.List;

final class ClosedNetwork implements Validation {
    @Override
    public int number() {
        return 11;
    }

    @Override
    public String system() {
        return "closed network: users who think, one core of the application, one of the database";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>(rows(50, depth == Depth.QUICK ? 600 : 8_000));
        if (depth == Depth.EXHAUSTIVE) {
            rows.addAll(rows(100, 8_000));
        }
        return rows;
    }

    /** Sharing makes both stations indifferent to the law of the demand: constant in one, lognormal in the other. */
    private static List<Row> rows(int users, double seconds) {
        MeanValueAnalysis exact = MeanValueAnalysis.of(users, 1, .005, .02);
        return Trials.ofStack(
                "Z = 1 s, D = (5 ms, 20 ms), N = " + users,
                Trials.ONE_PERCENT,
                seconds,
                Stacks.working(0, Lognormal.of(.02, 1))
                        .with(CLIENT_USERS, users)
                        .with(CLIENT_THINK, 1)
                        .with(APP_CORES, 1)
                        .with(APP_BEFORE, .005)
                        .with(DB_CORES, 1),
                Measure.throughput(exact.throughput()),
                Measure.time(exact.responseTime()));
    }
}
