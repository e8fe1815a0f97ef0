package io.poolwright.simulate.search;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Bisection.Border;
import io.poolwright.simulate.search.Bisection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Finds a stack's load line by running it at many rates, with the same random numbers at each.
 *
 * <p>Without a trigger a run is looked at for 90 s after 30 s of settling. With one, the trigger comes after 30 s, and the stack then
 * has 60 s to recover. A stack that a load this little above its capacity fills up more slowly than that counts as carrying it.
 *
 * @param goal what customers are promised
 * @param trigger what a sound stack gets over
 * @param seed the first of the replications' seeds
 * @param replications independent searches, from which the intervals come; at least 2 for an interval
 */
public record LoadLineSearch(Goal goal, Trigger trigger, long seed, int replications) {
    /** Seconds until a stack that started empty is as it stays. */
    private static final double SETTLE = 30;
    /** Seconds looked at without a trigger. */
    private static final double STEADY = 90;
    /** Seconds after the trigger's end within which a sound stack has recovered. */
    private static final double WATCH = 60;
    /** Share of the capacity at which nothing waits for anything. */
    private static final double LITTLE = 0.05;
    /** Seconds until enough of so few requests have been seen. */
    private static final double LONG = 300;
    /** Requests after which a run without a trigger tells no more. */
    private static final double ENOUGH = 25_000;
    /** By how much simulation may pass a bound before the two contradict each other: the bisection's step and chance. */
    private static final double SLACK = 1.1;

    public LoadLineSearch {
        if (replications < 1) {
            throw new IllegalArgumentException("a load line needs at least 1 replication, had " + replications);
        }
    }

    /** The usual trigger, three replications. */
    public static LoadLineSearch of(Goal goal, long seed) {
        return new LoadLineSearch(goal, Trigger.SLOW_DATABASE, seed, 3);
    }

    /** The load line of the stack without what changes in it; whether that keeps it down shows in the regime. */
    public LoadLine of(StackModel model, Trials trials) {
        StackModel base = model.withoutSteps();
        Bounds bounds = Bounds.of(base);
        Optional<Bound> retries = Bounds.retries(base);
        double present = base.get(Parameter.CLIENT_RATE);
        if (!Rates.open(base)) {
            Threshold none = Threshold.none(
                    "customers who wait for their answers set their own rate (client.users); a load line needs client.rate");
            return new LoadLine(
                    present,
                    none,
                    none,
                    none,
                    Optional.empty(),
                    Optional.empty(),
                    bounds.all(),
                    retries,
                    List.of(),
                    Optional.empty());
        }
        double share = sound(base, trials);
        double capacity = Double.isFinite(bounds.capacity()) ? bounds.capacity() : 2 * Math.max(present, 1);
        List<Supplier<Optional<Border>>> tasks = new ArrayList<>();
        trials.plan(3 * replications * Bisection.RUNS);
        for (int i = 0; i < replications; i++) {
            long own = seed + i;
            tasks.add(() -> Bisection.find(rate -> meets(base, rate, own, trials), 0.85 * capacity));
            tasks.add(() -> Bisection.find(
                    rate -> recovery(base, rate, own, share, trials).map(OptionalDouble::isPresent),
                    retries.map(Bound::rate).orElse(0.9 * capacity)));
            tasks.add(() -> Bisection.find(rate -> carries(base, rate, own, share, trials), capacity));
        }
        List<Optional<Border>> found = trials.all(tasks);
        List<Optional<Border>> collapses = line(found, 2);
        Threshold slo = threshold(line(found, 0), "the goal is met without a trigger up to here", "meets the goal");
        Threshold vulnerable = threshold(
                capped(line(found, 1), collapses),
                "above it %s leaves the stack down for at least %s".formatted(trigger.said(), Numbers.seconds(WATCH)),
                "recovers from " + trigger.said());
        Threshold collapse = threshold(collapses, "above it the stack goes down by itself", "carries its load");
        Standing standing = standing(model, base, present, share, trials);
        return new LoadLine(
                present,
                slo,
                vulnerable,
                collapse,
                standing.regime,
                standing.recovery,
                bounds.all(),
                retries,
                contradictions(bounds, retries, vulnerable, collapse),
                trials.partial());
    }

    /** How the stack stands at its present rate, and nothing else: two runs for each replication. */
    public Optional<Regime> regime(StackModel model, Trials trials) {
        StackModel base = model.withoutSteps();
        return standing(model, base, base.get(Parameter.CLIENT_RATE), sound(base, trials), trials).regime;
    }

    private record Standing(Optional<Regime> regime, Optional<Estimate> recovery) {}

    private Standing standing(StackModel model, StackModel base, double present, double share, Trials trials) {
        List<Supplier<Optional<Boolean>>> carried = new ArrayList<>();
        List<Supplier<Optional<OptionalDouble>>> recovered = new ArrayList<>();
        List<Supplier<Optional<Boolean>>> after = new ArrayList<>();
        trials.plan(2 * replications);
        for (int i = 0; i < replications; i++) {
            long own = seed + i;
            carried.add(() -> carries(base, present, own, share, trials));
            recovered.add(() -> recovery(base, present, own, share, trials));
            if (!model.steps().isEmpty()) {
                trials.plan(1);
                after.add(() -> afterSteps(model, own, share, trials));
            }
        }
        List<Boolean> carries =
                trials.all(carried).stream().flatMap(Optional::stream).toList();
        List<OptionalDouble> recoveries =
                trials.all(recovered).stream().flatMap(Optional::stream).toList();
        List<Boolean> back =
                trials.all(after).stream().flatMap(Optional::stream).toList();
        if (carries.isEmpty() || recoveries.isEmpty()) {
            return new Standing(Optional.empty(), Optional.empty());
        }
        boolean all = recoveries.stream().allMatch(OptionalDouble::isPresent);
        Optional<Estimate> recovery = all
                ? Optional.of(Estimate.of(recoveries.stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .toArray())
                        .within(0, Double.POSITIVE_INFINITY))
                : Optional.empty();
        // One run that goes wrong is a stack that can go wrong.
        Regime regime = carries.contains(false)
                ? Regime.COLLAPSED
                : back.contains(false) ? Regime.METASTABLE : all ? Regime.STABLE : Regime.VULNERABLE;
        return new Standing(Optional.of(regime), recovery);
    }

    /**
     * What share of well answered requests is sound for this stack: 99 % of what it gives with hardly any load. Requests that fail at any
     * load, because their query is always cut off, say nothing of a collapse.
     */
    private double sound(StackModel base, Trials trials) {
        double capacity = Bounds.of(base).capacity();
        double little =
                Double.isFinite(capacity) ? LITTLE * capacity : LITTLE * Math.max(1, base.get(Parameter.CLIENT_RATE));
        trials.plan(1);
        return trials.one(new Trial(Rates.at(base, little), new Setup(SETTLE, LONG, seed, goal.limit())))
                .map(run -> Recovery.SHARE * Math.min(1, run.total().customers().goodShare()))
                .orElse(Recovery.SHARE);
    }

    private Optional<Boolean> meets(StackModel base, double rate, long own, Trials trials) {
        double part = part(rate);
        Setup setup = new Setup(part * SETTLE, part * STEADY, own, goal.limit());
        return trials.unlessHopeless(new Trial(Rates.at(base, rate), setup)).map(run -> goal.metBy(run.total()));
    }

    private Optional<Boolean> carries(StackModel base, double rate, long own, double share, Trials trials) {
        double part = part(rate);
        Trial trial = new Trial(Rates.at(base, rate), new Setup(part * SETTLE, part * STEADY, own, goal.limit()));
        return trials.recovery(trial, part * (SETTLE + STEADY - WATCH), share).map(OptionalDouble::isPresent);
    }

    /** How much of the usual time a run needs: at a high rate it sees as many requests in less, but never less than a third. */
    private static double part(double rate) {
        return Math.min(1, Math.max(1 / 3.0, ENOUGH / (rate * (SETTLE + STEADY))));
    }

    private Optional<OptionalDouble> recovery(StackModel base, double rate, long own, double share, Trials trials) {
        double settle = part(rate) * SETTLE;
        StackModel hit = trigger.in(Rates.at(base, rate), settle);
        Setup setup = new Setup(settle, trigger.seconds() + WATCH, own, goal.limit());
        return trials.recovery(new Trial(hit, setup), settle + trigger.seconds(), share);
    }

    /** Whether the stack recovers from its own steps, provided that they leave it as it began. */
    private Optional<Boolean> afterSteps(StackModel model, long own, double share, Trials trials) {
        double end = model.steps().get(model.steps().size() - 1).at();
        boolean over = Rates.over(model);
        return trials.recovery(new Trial(model, new Setup(0, end + WATCH, own, goal.limit())), end, share)
                .map(recovery -> !over || recovery.isPresent());
    }

    private static List<Optional<Border>> line(List<Optional<Border>> found, int which) {
        List<Optional<Border>> line = new ArrayList<>();
        for (int i = which; i < found.size(); i += 3) {
            line.add(found.get(i));
        }
        return line;
    }

    /** No stack gets over a trigger at a rate at which it goes down by itself. */
    private static List<Optional<Border>> capped(List<Optional<Border>> borders, List<Optional<Border>> most) {
        List<Optional<Border>> capped = new ArrayList<>();
        for (int i = 0; i < borders.size(); i++) {
            Optional<Border> limit = most.get(i).filter(border -> border.kind() == Kind.FOUND);
            capped.add(borders.get(i).map(border -> limit.filter(
                            lower -> border.kind() != Kind.NONE_HELD && lower.rate() < border.rate())
                    .orElse(border)));
        }
        return capped;
    }

    private static Threshold threshold(List<Optional<Border>> borders, String meaning, String verb) {
        List<Border> known = borders.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return Threshold.none("stopped before it was found");
        }
        double[] rates = known.stream()
                .filter(border -> border.kind() == Kind.FOUND)
                .mapToDouble(Border::rate)
                .toArray();
        if (rates.length == known.size()) {
            Estimate estimate = Estimate.of(rates);
            // The halving stops at a ratio, and that much is unknown however alike the replications are.
            double step = estimate.mean() * (Bisection.CLOSE - 1) / 2;
            return new Threshold(
                    Optional.of(new Estimate(estimate.mean(), estimate.low() - step, estimate.high() + step)
                            .within(0, Double.POSITIVE_INFINITY)),
                    meaning);
        }
        double lowest = known.stream().mapToDouble(Border::rate).min().orElseThrow();
        double highest = known.stream().mapToDouble(Border::rate).max().orElseThrow();
        boolean never = known.stream().anyMatch(border -> border.kind() == Kind.NONE_HELD);
        return Threshold.none(
                never
                        ? "even %s requests/s is not a rate at which the stack %s"
                                .formatted(Numbers.plain(lowest), verb)
                        : "the stack %s at every rate tried, up to %s requests/s"
                                .formatted(verb, Numbers.plain(highest)));
    }

    private static List<String> contradictions(
            Bounds bounds, Optional<Bound> retries, Threshold vulnerable, Threshold collapse) {
        List<String> said = new ArrayList<>();
        if (collapse.rate().isPresent() && bounds.binding().isPresent()) {
            double rate = collapse.rate().get().mean();
            Bound binding = bounds.binding().get();
            if (rate > SLACK * binding.rate()) {
                said.add("the simulation carries %s requests/s, but %s".formatted(Numbers.plain(rate), binding.said()));
            }
        }
        if (vulnerable.rate().isPresent() && retries.isPresent()) {
            double rate = vulnerable.rate().get().mean();
            if (rate * SLACK < retries.get().rate()) {
                said.add("the simulation stays down from %s requests/s on, but %s"
                        .formatted(Numbers.plain(rate), retries.get().said()));
            }
        }
        return said;
    }
}
