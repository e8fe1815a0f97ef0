package io.poolwright.simulate.validation;

import io.poolwright.queueing.ErlangA;
import java.util.ArrayList;
import java.util.List;

final class ImpatientQueue implements Validation {
    @Override
    public int number() {
        return 6;
    }

    @Override
    public String system() {
        return "M/M/c+M (Erlang A) on the engine";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>(rows(12, depth == Depth.QUICK ? 10_000 : 200_000));
        if (depth == Depth.EXHAUSTIVE) {
            rows.addAll(rows(9, 1_000_000));
        }
        return rows;
    }

    private static List<Row> rows(double rate, double seconds) {
        ErlangA exact = ErlangA.of(rate, 1, 10, 2);
        return Trials.rows(
                "c = 10, θ = .5, λ = " + rate,
                Trials.ONE_PERCENT,
                0,
                20,
                List.of("P(gives up)", "P(wait)", "mean wait"),
                new double[] {exact.abandoned(), exact.probabilityOfWait(), exact.meanWait()},
                seed -> {
                    Station station = new Station(seed, 10, rate, 2, Stacks.ENDLESS, Stacks.ENDLESS)
                            .run(seconds / 10)
                            .run(seconds);
                    return new double[] {station.gaveUp(), station.probabilityOfWait(), station.meanWait()};
                });
    }
}
