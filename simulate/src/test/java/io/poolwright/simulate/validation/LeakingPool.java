package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.APP_LEAK;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.LeakExhaustion;
import io.poolwright.queueing.law.Constant;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;

final class LeakingPool implements Validation {
    @Override
    public int number() {
        return 14;
    }

    @Override
    public String system() {
        return "leak: time until the pool is empty";
    }

    private static final int POOL = 20;

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(mean(10, .02));
        } else {
            rows.addAll(mean(100, 1e-4));
            rows.addAll(spread(10, .02));
        }
        return rows;
    }

    private static List<Row> mean(double rate, double probability) {
        LeakExhaustion exact = LeakExhaustion.of(POOL, rate, probability);
        return Trials.rows(
                "P = 20, λ = %s/s, q = %s".formatted(rate, probability),
                Trials.ONE_PERCENT,
                0,
                600,
                List.of("mean time"),
                new double[] {exact.meanTime()},
                seed -> new double[] {exhausted(rate, probability, seed)});
    }

    private static List<Row> spread(double rate, double probability) {
        LeakExhaustion exact = LeakExhaustion.of(POOL, rate, probability);
        double mean = exact.meanTime();
        return Trials.rows(
                "P = 20, λ = %s/s, q = %s".formatted(rate, probability),
                Trials.ONE_PERCENT,
                0,
                25_000,
                List.of("variance of the time", "P(empty by the mean time)"),
                new double[] {exact.deviation() * exact.deviation(), exact.exhaustedBy(mean)},
                seed -> {
                    double time = exhausted(rate, probability, seed);
                    return new double[] {(time - mean) * (time - mean), time <= mean ? 1 : 0};
                });
    }

    /** The middle of the last second in which not every connection was lent all the time. */
    private static double exhausted(double rate, double probability, long seed) {
        StackModel model =
                Stacks.holding(rate, new Constant(.001)).with(POOL_MAX, POOL).with(APP_LEAK, probability);
        double most = 10 * POOL / rate / probability;
        double[] last = {0};
        StackRun.withSeconds(model, new Setup(0, most, seed, 1), second -> {
            last[0] = second.from() - .5;
            return second.pool().used() < POOL - 1e-6;
        });
        return last[0];
    }
}
