package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.DB_CORES;

import io.poolwright.queueing.SharedCores;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import java.util.ArrayList;
import java.util.List;

final class OneSharedCore implements Validation {
    @Override
    public int number() {
        return 7;
    }

    @Override
    public String system() {
        return "M/G/1-PS: a database with one core";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(rows("lognormal cv .5", Lognormal.of(1, .5), .5, 100_000));
            rows.addAll(byDemand(.5, 80_000));
        } else {
            rows.addAll(rows("lognormal cv 2", Lognormal.of(1, 2), .7, 1_000_000));
            rows.addAll(rows("exponential", new Exponential(1), .7, 1_000_000));
            rows.addAll(rows("constant", new Constant(1), .7, 1_000_000));
            rows.addAll(byDemand(.7, 1_000_000));
        }
        return rows;
    }

    private static List<Row> rows(String law, Law demand, double rate, double seconds) {
        double exact = SharedCores.meanTime(rate, 1, 1);
        return Trials.ofStack(
                "%s, ρ = %s".formatted(law, rate),
                Trials.THREE_PER_MILLE,
                seconds,
                Stacks.working(rate, demand).with(DB_CORES, 1),
                Measure.time(exact),
                new Measure(
                        "mean inside", rate * exact, total -> total.database().active()));
    }

    /** On the engine: jobs of two sizes, each with the time of its own. */
    private static List<Row> byDemand(double rate, double seconds) {
        return Trials.rows(
                "demand .5 or 1.5, ρ = " + rate,
                Trials.THREE_PER_MILLE,
                0,
                20,
                List.of("mean time of .5", "mean time of 1.5"),
                new double[] {SharedCores.timeOf(.5, rate, 1), SharedCores.timeOf(1.5, rate, 1)},
                seed -> {
                    SharedCore core =
                            new SharedCore(seed, rate).run(seconds / 10).run(seconds);
                    return new double[] {core.meanTimeOfSmall(), core.meanTimeOfLarge()};
                });
    }
}
