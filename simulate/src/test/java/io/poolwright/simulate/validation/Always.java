package io.poolwright.simulate.validation;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.law.Exponential;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.run.StackRun;
import java.util.ArrayList;
import java.util.List;

final class Always implements Validation {
    @Override
    public int number() {
        return 16;
    }

    @Override
    public String system() {
        return "always: what no parameter may break";
    }

    @Override
    public List<Row> rows(Depth depth) {
        double seconds = depth == Depth.QUICK ? 60 : 600;
        List<Row> rows = new ArrayList<>();
        rows.addAll(little(seconds));
        rows.addAll(exact("timeouts, retries, slow database", Stacks.troubled(), seconds));
        rows.addAll(exact("overload", Stacks.troubled().with(CLIENT_RATE, 1200), seconds));
        rows.addAll(work(seconds));
        return rows;
    }

    /** Number = rate × time, at every station of a stack with timeouts everywhere. */
    private static List<Row> little(double seconds) {
        return Trials.ofStack(
                "Little's law: number/(rate × time)",
                Trials.ONE_PERCENT,
                seconds,
                Stacks.lively(),
                new Measure(
                        "balancer's queue",
                        1,
                        total -> total.balancer().queue()
                                * total.seconds()
                                / total.balancer().queueSeconds()),
                new Measure(
                        "pool's queue",
                        1,
                        total -> total.pool().pending()
                                * total.seconds()
                                / total.pool().waitSeconds()),
                new Measure(
                        "connections",
                        1,
                        total -> total.pool().used()
                                * total.seconds()
                                / total.pool().borrowed()
                                / total.pool().useTime().mean().orElseThrow()),
                new Measure(
                        "the whole stack",
                        1,
                        total -> inside(total)
                                * total.seconds()
                                / total.customers().good()
                                / total.customers().latency().mean().orElseThrow()));
    }

    private static double inside(Window total) {
        return total.balancer().queue() + total.balancer().inService();
    }

    /** Counted from the start, without a warm-up: nothing may be missing. */
    private static List<Row> exact(String what, StackModel model, double seconds) {
        return Trials.rows(
                what,
                0,
                0,
                4,
                List.of(
                        "offered − good − late − failed − in flight",
                        "connections over the pool's max, most",
                        "difference between two runs of one seed"),
                new double[] {0, 0, 0},
                seed -> {
                    Setup setup = new Setup(0, seconds, seed, 2);
                    Run run = StackRun.withSeconds(model, setup);
                    Run again = StackRun.withSeconds(model, setup);
                    var customers = run.total().customers();
                    long missing = customers.offered()
                            - customers.good()
                            - customers.late()
                            - customers.failures()
                            - customers.inFlight();
                    double most = run.seconds().stream()
                            .mapToDouble(second ->
                                    Math.max(second.pool().used(), second.pool().total()))
                            .max()
                            .orElseThrow();
                    double over = Math.max(0, most - model.get(POOL_MAX) * model.get(APP_INSTANCES) - 1e-9);
                    return new double[] {missing, over, fingerprint(run) - fingerprint(again)};
                });
    }

    private static double fingerprint(Run run) {
        double sum = run.events();
        for (Window second : run.seconds()) {
            sum += second.customers().latency().mean().orElse(0)
                    + second.database().cpu()
                    + second.pool().waitSeconds();
        }
        return sum;
    }

    /** Processors of the database: with too much to do all are busy, with less than that they do what comes. */
    private static List<Row> work(double seconds) {
        List<Row> rows = new ArrayList<>(Trials.rows(
                "work conservation, overload",
                1e-9,
                1e-9,
                4,
                List.of("processors busy"),
                new double[] {8},
                seed -> new double[] {
                    StackRun.total(
                                    Stacks.working(20, new Exponential(1))
                                            .with(DB_CORES, 8)
                                            .with(POOL_MAX, 20),
                                    new Setup(seconds, seconds, seed, 1))
                            .total()
                            .database()
                            .cpu()
                }));
        rows.addAll(Trials.ofStack(
                "work conservation, ρ = .7",
                Trials.ONE_PERCENT,
                100 * seconds,
                Stacks.working(5.6, new Exponential(1)).with(DB_CORES, 8),
                new Measure("processors busy", 5.6, total -> total.database().cpu())));
        return rows;
    }
}
