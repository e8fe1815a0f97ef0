package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.DB_CORES;

import io.poolwright.queueing.SharedCores;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import java.util.ArrayList;
import java.util.List;

final class ManySharedCores implements Validation {
    @Override
    public int number() {
        return 8;
    }

    @Override
    public String system() {
        return "M/G/c-PS: a database with eight cores";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(rows("lognormal cv 1", Lognormal.of(1, 1), .7, 20_000));
        } else {
            rows.addAll(rows("lognormal cv 2", Lognormal.of(1, 2), .8, 150_000));
            rows.addAll(rows("exponential", new Exponential(1), .8, 150_000));
            rows.addAll(rows("constant", new Constant(1), .95, 700_000));
        }
        return rows;
    }

    private static List<Row> rows(String law, Law demand, double utilization, double seconds) {
        double rate = 8 * utilization;
        return Trials.ofStack(
                "%s, c = 8, ρ = %s".formatted(law, utilization),
                Trials.THREE_PER_MILLE,
                seconds,
                Stacks.working(rate, demand).with(DB_CORES, 8),
                Measure.time(SharedCores.meanTime(rate, 1, 8)));
    }
}
