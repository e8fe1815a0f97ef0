package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.SingleServer;
import java.util.ArrayList;
import java.util.List;

final class OneServer implements Validation {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public String system() {
        return "M/M/1: a pool of one";
    }

    @Override
    public List<Row> rows(Depth depth) {
        List<Row> rows = new ArrayList<>();
        if (depth == Depth.QUICK) {
            rows.addAll(pool(.5, .9, 100_000));
        } else {
            rows.addAll(pool(.9, .9, 2_000_000));
            rows.addAll(tail(.9, .99, 25_000_000));
        }
        return rows;
    }

    private static List<Row> pool(double rate, double share, double seconds) {
        double tail = SingleServer.timePercentile(rate, 1, share);
        return Trials.ofStack(
                "pool of 1, ρ = " + rate,
                Trials.ONE_PERCENT,
                seconds,
                tail,
                Stacks.holding(rate).with(POOL_MAX, 1),
                Measure.time(SingleServer.meanTime(rate, 1)),
                Measure.poolWait(SingleServer.meanWait(rate, 1)),
                Measure.beyondLimit("P(time > %.4g)".formatted(tail), 1 - share));
    }

    private static List<Row> tail(double rate, double share, double seconds) {
        double tail = SingleServer.timePercentile(rate, 1, share);
        return Trials.rows(
                "engine, ρ = " + rate,
                Trials.ONE_PERCENT,
                0,
                20,
                List.of("mean wait", "P(time > %.4g)".formatted(tail)),
                new double[] {SingleServer.meanWait(rate, 1), 1 - share},
                seed -> {
                    Station station = new Station(seed, 1, rate, Stacks.ENDLESS, Stacks.ENDLESS, tail)
                            .run(seconds / 100)
                            .run(seconds);
                    return new double[] {station.meanWait(), station.longTimes()};
                });
    }
}
