package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.CLIENT_THINK;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.FiniteUsers;
import io.poolwright.queueing.law.Exponential;
import java.util.List;

final class UsersBeforePool implements Validation {
    @Override
    public int number() {
        return 12;
    }

    @Override
    public String system() {
        return "M/M/c//N: users who think, and a pool";
    }

    @Override
    public List<Row> rows(Depth depth) {
        double seconds = depth == Depth.QUICK ? 150 : 1_500;
        FiniteUsers exact = FiniteUsers.of(200, .4, .02, 8);
        return Trials.ofStack(
                "N = 200, Z = 400 ms, S = 20 ms, c = 8",
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(0, new Exponential(.02))
                        .with(CLIENT_USERS, 200)
                        .with(CLIENT_THINK, .4)
                        .with(POOL_MAX, 8),
                Measure.throughput(exact.throughput()),
                Measure.time(exact.responseTime()));
    }
}
