package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.compare.Compared;
import io.poolwright.simulate.compare.Comparison;
import io.poolwright.simulate.compare.Difference;
import io.poolwright.simulate.compare.GateVerdict;
import io.poolwright.simulate.fit.Known;
import io.poolwright.simulate.fit.Unidentified;
import io.poolwright.simulate.plan.Plan;
import io.poolwright.simulate.plan.PlanStep;
import io.poolwright.simulate.plan.PoolPoint;
import io.poolwright.simulate.plan.Recommendation;
import io.poolwright.simulate.plan.Rollback;
import io.poolwright.simulate.plan.Sensitivity;
import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Regime;
import io.poolwright.simulate.search.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Answers with figures of our own, so that what is written of them does not change with the machine that makes them. */
final class SampleAnswers {
    static final String NASTY = "<script>alert(1)</script> & \"quotes\" \u001b[31m";

    private SampleAnswers() {}

    static WhatIf whatIf() {
        List<Second> seconds = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean down = i >= 35;
            seconds.add(new Second(
                    i,
                    400,
                    down ? 0 : 399,
                    down ? 4 : 1,
                    down ? 396 : 0,
                    down ? OptionalDouble.empty() : OptionalDouble.of(0.013),
                    down ? OptionalDouble.empty() : OptionalDouble.of(0.088),
                    down ? 3203 : 0,
                    down ? 20 : 7.5,
                    down ? 179 : 0,
                    20,
                    down ? 3 : 0));
        }
        return new WhatIf(
                "1.0",
                "shop.model " + NASTY,
                Answer.STAYS_DOWN,
                "0 % is answered well in the last ten seconds, 80 s after the fault was over.",
                Goal.USUAL,
                new WhatIf.Conditions(
                        "400/s fresh requests",
                        List.of("client.retries 0 → 3"),
                        List.of("db.slow ×3 from 30 s for 10 s"),
                        List.of(new WhatIf.Stretch("db.slow ×3", 30, 40)),
                        120,
                        "the whole run",
                        5,
                        1),
                Optional.of(well()),
                Optional.of(down()),
                List.of(
                        new Layer(
                                "balancer",
                                "slots",
                                OptionalDouble.empty(),
                                400,
                                OptionalDouble.of(3203),
                                OptionalDouble.empty()),
                        new Layer(
                                "pool",
                                "connections",
                                OptionalDouble.of(20),
                                20,
                                OptionalDouble.of(179),
                                OptionalDouble.of(1333)),
                        new Layer(
                                "database cpu",
                                "cores",
                                OptionalDouble.of(8),
                                7.9,
                                OptionalDouble.empty(),
                                OptionalDouble.of(533))),
                seconds,
                OptionalDouble.empty(),
                Optional.of(line(Optional.of(Regime.STABLE), true)),
                Optional.of(line(Optional.of(Regime.METASTABLE), false)),
                List.of(new LoadPoint(200, well()), new LoadPoint(400, well()), new LoadPoint(600, down())),
                List.of(
                        new Remedy("client.budget unlimited → 0.1", Remedy.Effect.RESTORES, false, Optional.of(well())),
                        new Remedy("pool.max 20 → 40", Remedy.Effect.DOES_NOT, true, Optional.of(down())),
                        new Remedy("app.instances 1 → 2", Remedy.Effect.MAKES_WORSE, true, Optional.of(down()))),
                basis(),
                Optional.empty());
    }

    /** The same, of which hardly anything could be told. */
    static WhatIf untold() {
        WhatIf it = whatIf();
        return new WhatIf(
                it.version(),
                "deploy (shop)",
                Answer.CANNOT_TELL,
                "Not known, and nothing can be predicted without: client.rate.",
                it.goal(),
                it.conditions(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                it.basis(),
                Optional.of("partial: 3 of 81 runs"));
    }

    static Planned planned() {
        Recommendation pool = new Recommendation(Parameter.POOL_MAX, 4, 12, 10, 16, "the smallest on the plateau");
        Recommendation stays =
                new Recommendation(Parameter.POOL_ACQUIRE_TIMEOUT, 1, 1, 0.25, Double.POSITIVE_INFINITY, "as it is");
        Plan plan = new Plan(
                Plan.Kind.RECOMMENDED,
                List.of(),
                List.of(),
                List.of(pool, stays),
                Optional.of(new Bound(
                        "pool", 1333, "2 x 10 pooled connections, each taken for 15 ms: at most 1333 requests/s")),
                Optional.of(line(Optional.of(Regime.VULNERABLE), false)),
                Optional.of(line(Optional.of(Regime.STABLE), true)),
                Optional.of(down()),
                Optional.of(well()),
                List.of(
                        new PoolPoint(4, estimate(1.2), share(0.8), 0),
                        new PoolPoint(8, estimate(0.2), share(0.999), 0.5),
                        new PoolPoint(12, estimate(0.09), share(1), 1),
                        new PoolPoint(24, estimate(0.09), share(1), 1)),
                List.of(new Sensitivity("queries twice as long", down(), false)),
                List.of(new PlanStep(
                        Parameter.POOL_MAX,
                        4,
                        12,
                        "pool.max 4 → 12",
                        well(),
                        true,
                        List.of(new Rollback(
                                "http.server.request.duration",
                                0.4,
                                120,
                                "take it back when the 99th percentile stays above 400 ms for 2 min")))),
                List.of("nothing says how sure the model is"),
                Optional.empty());
        return new Planned("1.0", "deploy " + NASTY, "400/s fresh requests", Goal.USUAL, plan, List.of(), basis());
    }

    static Planned abstained() {
        Plan plan = new Plan(
                Plan.Kind.ABSTAINED,
                List.of("client.rate is not known: nobody said how many requests come"),
                List.of("write stack.shop.rate.peak in poolwright.yaml"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new Planned("1.0", "deploy (shop)", "unknown", Goal.USUAL, plan, List.of(), basis());
    }

    static Gated gated() {
        return new Gated(
                "1.0",
                "before",
                "after " + NASTY,
                Gated.Verdict.STOP,
                List.of("crosses the load line: at 200/s 100 % were answered well, after it 44 %"),
                List.of(),
                0,
                2,
                Optional.of(new GateVerdict(
                        true,
                        List.of("crosses the load line"),
                        List.of(),
                        well(),
                        down(),
                        line(Optional.of(Regime.STABLE), true),
                        line(Optional.of(Regime.COLLAPSED), false),
                        Optional.empty())),
                Optional.empty(),
                List.of("the goal's rate goes from 512 to 121 requests/s"),
                Optional.empty());
    }

    static Gated measured() {
        Compared figure = new Compared(
                "p99",
                0.2,
                0.21,
                0.05,
                -0.2,
                0.3,
                Difference.TOO_LITTLE_DATA,
                OptionalInt.of(600),
                "p99: 200 ms before, 210 ms after");
        return new Gated(
                "1.0",
                "a.jtl",
                "b.jtl",
                Gated.Verdict.CANNOT_TELL,
                List.of(),
                List.of(),
                0,
                0,
                Optional.empty(),
                Optional.of(new Comparison(Difference.TOO_LITTLE_DATA, List.of(figure), 5, List.of())),
                List.of(),
                Optional.empty());
    }

    private static Basis basis() {
        return new Basis(
                List.of(
                        new Basis.Fact("client.rate", "400/s", new Known.Declared("--rate")),
                        new Basis.Fact("pool.max", "20", new Known.Declared("application.yml:9")),
                        new Basis.Fact("lb.retries", "3", new Known.Defaulted("default of HAProxy 2.8")),
                        new Basis.Fact("db.wait", "none", new Known.Measured("use time of the pool", 0.01, 0.02)),
                        new Basis.Fact(
                                "client.timeout", "10 s", new Known.Assumed("nobody said how long clients wait"))),
                List.of(new Unidentified(
                        "db.cores", "no file says it", "write databases.db.cores in poolwright.yaml", false)),
                List.of("12 looks, 11 s of them usable"));
    }

    private static LoadLine line(Optional<Regime> regime, boolean high) {
        Bound bound = new Bound("database-cores", 533, "8 processors: at most 533 requests/s");
        return new LoadLine(
                400,
                new Threshold(Optional.of(new Estimate(512, 500, 524)), "the goal is met without a trigger up to here"),
                high
                        ? new Threshold(Optional.of(new Estimate(470, 460, 480)), "above it a trigger leaves it down")
                        : new Threshold(Optional.empty(), "even 5 requests/s is too much"),
                new Threshold(Optional.of(new Estimate(540, 530, 550)), "above it the stack goes down by itself"),
                regime,
                Optional.empty(),
                List.of(bound),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Outcome well() {
        return outcome(5, 1, 0.013, 0.05, Optional.of(estimate(0.088)), 1, 0, 7.5, 0, 20, 0);
    }

    private static Outcome down() {
        return outcome(0, 0, 0, 0, Optional.empty(), 4, 3203, 20, 179, 25, 5);
    }

    private static Outcome outcome(
            int met,
            double good,
            double p50,
            double p95,
            Optional<Estimate> p99,
            double attempts,
            double queue,
            double used,
            double pending,
            double backends,
            double zombies) {
        return new Outcome(
                5,
                met,
                estimate(400),
                estimate(400 * good),
                share(good),
                share(1 - good),
                p99.isPresent() ? Optional.of(estimate(p50)) : Optional.empty(),
                p99.isPresent() ? Optional.of(estimate(p95)) : Optional.empty(),
                p99,
                estimate(attempts),
                estimate(queue),
                estimate(used),
                estimate(pending),
                estimate(0),
                estimate(0),
                estimate(backends),
                estimate(zombies),
                estimate(6));
    }

    private static Estimate estimate(double mean) {
        return new Estimate(mean, mean * 0.95, mean * 1.05);
    }

    private static Estimate share(double mean) {
        return new Estimate(mean, Math.max(0, mean - 0.004), Math.min(1, mean + 0.004));
    }
}
