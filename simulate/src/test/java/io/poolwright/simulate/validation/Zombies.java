package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.queueing.ZombieLaw;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import java.util.ArrayList;
import java.util.List;

final class Zombies implements Validation {
    @Override
    public int number() {
        return 13;
    }

    @Override
    public String system() {
        return "zombies: statements that outlive the socket timeout";
    }

    @Override
    public List<Row> rows(Depth depth) {
        double seconds = depth == Depth.QUICK ? 150 : 2_000;
        List<Row> rows = new ArrayList<>(exponential(200, .1, .1, seconds));
        if (depth == Depth.EXHAUSTIVE) {
            rows.addAll(exponential(200, .1, .3, seconds));
            rows.addAll(lognormal(200, Lognormal.of(.1, 1.5), .2, seconds));
        }
        return rows;
    }

    private static List<Row> exponential(double rate, double mean, double timeout, double seconds) {
        return rows(
                "exponential 100 ms, timeout %s s".formatted(timeout),
                rate,
                new Exponential(mean),
                timeout,
                seconds,
                ZombieLaw.exponentialZombies(rate, mean, timeout),
                ZombieLaw.exponentialAwaited(rate, mean, timeout));
    }

    private static List<Row> lognormal(double rate, Law law, double timeout, double seconds) {
        double zombies = ZombieLaw.zombies(rate, law.excess(timeout));
        return rows(
                "lognormal 100 ms cv 1.5, timeout %s s".formatted(timeout),
                rate,
                law,
                timeout,
                seconds,
                zombies,
                rate * law.mean() - zombies);
    }

    private static List<Row> rows(
            String what, double rate, Law law, double timeout, double seconds, double zombies, double awaited) {
        return Trials.ofStack(
                what,
                Trials.ONE_PERCENT,
                seconds,
                Stacks.holding(rate, law).with(POOL_SOCKET_TIMEOUT, timeout),
                new Measure("zombies", zombies, total -> total.database().zombies()),
                new Measure(
                        "awaited",
                        awaited,
                        total -> total.database().active() - total.database().zombies()),
                new Measure(
                        "backends beyond the pool",
                        zombies,
                        total -> total.database().backends() - total.pool().total()));
    }
}
