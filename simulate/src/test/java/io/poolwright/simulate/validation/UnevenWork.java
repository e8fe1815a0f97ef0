package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.PollaczekKhinchine;
import io.poolwright.queueing.law.Lognormal;
import java.util.List;

final class UnevenWork implements Validation {
    @Override
    public int number() {
        return 4;
    }

    @Override
    public String system() {
        return "M/G/1: a pool of one, lognormal holds";
    }

    @Override
    public List<Row> rows(Depth depth) {
        return depth == Depth.QUICK ? rows(.5, 1, 50_000) : rows(.7, 2, 3_000_000);
    }

    private static List<Row> rows(double rate, double variation, double seconds) {
        return Trials.ofStack(
                "lognormal, cv = %s, ρ = %s".formatted(variation, rate),
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(rate, Lognormal.of(1, variation)).with(POOL_MAX, 1),
                Measure.poolWait(PollaczekKhinchine.meanWait(rate, 1, variation)));
    }
}
