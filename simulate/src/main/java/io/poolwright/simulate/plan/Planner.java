package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.Bounds;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.LoadLineSearch;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Outcome;
import io.poolwright.simulate.search.Trials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recommends the sizes and limits of a stack, or says that none would do, or that it cannot tell.
 *
 * @param goal what customers are promised
 * @param seed of every random number
 * @param lines whether to find the load lines before and after as well, which takes as long as all the rest
 */
public record Planner(Goal goal, long seed, boolean lines) {
    /** A failed request counts as having taken this long when no client's limit is known, in seconds. */
    private static final double DEADLINE = 10;
    /** Chance and contention may make this many times the requests late that are late by themselves. */
    private static final double ITSELF = 1.5;

    /** The plan for what is known. */
    public Plan of(Basis basis, Trials trials) {
        StackModel model = basis.nominal().withoutSteps();
        Optional<Bound> binding = Bounds.of(model).binding();
        List<String> reasons = new ArrayList<>();
        List<String> measure = new ArrayList<>();
        basis.unknown().stream().filter(Unknown::essential).forEach(unknown -> {
            reasons.add(unknown.sentence());
            measure.add(unknown.measure());
        });
        Essentials.missing(model, reasons, measure);
        if (!reasons.isEmpty()) {
            return answer(Plan.Kind.ABSTAINED, reasons, measure, binding, trials)
                    .build();
        }
        Proving proving = Proving.of(basis.members(seed), goal, deadline(model), trials);
        PoolBounds bounds = PoolBounds.of(model);
        if (!bounds.possible()) {
            return impossible(
                    "at least %d connections for each instance are needed (%s), and at most %d are possible (%s)"
                            .formatted(bounds.low(), bounds.lowSaid(), bounds.high(), bounds.highSaid()),
                    model,
                    proving,
                    List.of());
        }
        return search(basis, model, proving, bounds);
    }

    private Plan search(Basis basis, StackModel model, Proving proving, PoolBounds bounds) {
        Set<Parameter> unknown = basis.unknown().stream()
                .flatMap(one -> one.parameter().stream())
                .collect(Collectors.toSet());
        // The pool is not known yet; the largest one leaves the limit to whatever else there is.
        List<Recommendation> ladder = ladder(model, Math.max(1, bounds.high()), unknown);
        Settings limits = changed(ladder);
        int present = (int) Math.min(Integer.MAX_VALUE, model.get(POOL_MAX));
        Optional<PoolSearch.Found> found = PoolSearch.search(proving, limits, bounds, present);
        if (found.isEmpty()) {
            return answer(
                            Plan.Kind.ABSTAINED,
                            List.of("stopped before the first pool size was tried"),
                            List.of(),
                            Bounds.of(model).binding(),
                            proving.trials())
                    .build();
        }
        PoolSearch.Found pool = found.get();
        double lost = pool.best().violationAtPeak();
        if (lost > 1 - goal.goodShare() + ITSELF * proving.late()) {
            return impossible(
                    "the best pool size, %d, still leaves %s of the requests late or failed"
                            .formatted(pool.size(), Numbers.percent(lost)),
                    model,
                    proving,
                    pool.points());
        }
        List<String> doubts = new ArrayList<>();
        List<String> measure = new ArrayList<>();
        List<Integer> sizes = pool.points().stream().map(PoolPoint::size).toList();
        for (Unknown one : basis.unknown()) {
            Doubts.matters(one, proving, limits, pool.size(), sizes).ifPresent(reason -> {
                doubts.add(reason);
                measure.add(one.measure());
            });
        }
        if (!doubts.isEmpty()) {
            Finished abstained = answer(
                    Plan.Kind.ABSTAINED, doubts, measure, Bounds.of(model).binding(), proving.trials());
            abstained.pools = pool.points();
            return abstained.build();
        }
        return recommend(basis, model, proving, bounds, pool, unknown);
    }

    private Plan recommend(
            Basis basis,
            StackModel model,
            Proving proving,
            PoolBounds bounds,
            PoolSearch.Found pool,
            Set<Parameter> unknown) {
        List<Recommendation> ladder = ladder(model, pool.size(), unknown);
        Settings limits = changed(ladder);
        List<Recommendation> all = new ArrayList<>();
        all.add(sized(model, bounds, pool));
        for (Recommendation rung : ladder) {
            all.add(
                    rung.parameter() == POOL_ACQUIRE_TIMEOUT
                            ? AcquireTimeout.refined(rung, proving, limits.with(POOL_MAX, pool.size()))
                            : rung);
        }
        ChangePlan.Ordered ordered =
                ChangePlan.of(all.stream().filter(Recommendation::changes).toList(), proving);
        Settings settings = ordered.settings();
        // What was dropped from the change plan stays as it is, and is not recommended.
        List<Recommendation> kept = all.stream()
                .filter(one -> !one.changes() || settings.values().containsKey(one.parameter()))
                .toList();
        StackModel changed = settings.in(model);
        Finished plan = answer(
                Plan.Kind.RECOMMENDED, List.of(), List.of(), Bounds.of(changed).binding(), proving.trials());
        plan.recommended = kept;
        plan.pools = pool.points();
        plan.steps = ordered.steps();
        List<Optional<Score>> both = proving.scores(List.of(Settings.NONE, settings));
        plan.predictedBefore = both.get(0).map(score -> Outcome.predicted(score.peak(), goal));
        plan.predictedAfter = both.get(1).map(score -> Outcome.predicted(score.peak(), goal));
        plan.sensitivity = Sensitivities.of(proving, settings);
        if (lines) {
            plan.before = Optional.of(line(model, proving.trials()));
            plan.after = Optional.of(line(changed, proving.trials()));
        }
        plan.notes.addAll(ordered.dropped());
        if (proving.late() > 1 - goal.goodShare()) {
            plan.notes.add("%s of the requests are late or fail whatever the load; no pool size changes that"
                    .formatted(Numbers.percent(proving.late())));
        }
        Headroom.lost(plan.before, plan.after).ifPresent(plan.notes::add);
        for (Situation situation : pool.fails()) {
            plan.notes.add("no pool size gets over %s; it takes another change than this".formatted(situation.said()));
        }
        basis.unknown()
                .forEach(one -> plan.notes.add("%s; the recommendation does not hang on it, as far as it was tried"
                        .formatted(one.sentence())));
        if (basis.cloud().isEmpty()) {
            plan.notes.add(
                    "nothing says how sure the model is: the intervals hold chance only, not what was taken for granted");
        }
        return plan.build();
    }

    /** The ladder for a pool of this size, with as many places before it as the ladder itself wants. */
    private List<Recommendation> ladder(StackModel model, int size, Set<Parameter> unknown) {
        StackModel sized = model.with(POOL_MAX, size);
        StackModel slots = sized.with(LB_MAXCONN, Math.max(model.get(LB_MAXCONN), model.get(APP_WORKERS)));
        return Ladder.of(model, Bounds.of(slots).capacity(), goal, unknown);
    }

    private static Settings changed(List<Recommendation> recommended) {
        Settings settings = Settings.NONE;
        for (Recommendation one : recommended) {
            if (one.changes()) {
                settings = settings.with(one.parameter(), one.value());
            }
        }
        return settings;
    }

    private static Recommendation sized(StackModel model, PoolBounds bounds, PoolSearch.Found pool) {
        double present = model.get(POOL_MAX);
        // A size that is within the plateau is not worth a change.
        boolean keep = present >= pool.size()
                && present <= pool.high()
                && pool.fails().isEmpty()
                && present <= 1.25 * pool.size();
        return new Recommendation(
                POOL_MAX,
                present,
                keep ? present : pool.size(),
                Math.min(pool.low(), keep ? present : pool.size()),
                pool.high(),
                "the smallest pool whose 99th percentile is within 5 %% of the best size's on nine of ten stacks that this may be, and half as many again as far as that costs nothing; at least %d (%s), at most %d (%s)"
                        .formatted(bounds.low(), bounds.lowSaid(), bounds.high(), bounds.highSaid()));
    }

    private Plan impossible(String reason, StackModel model, Proving proving, List<PoolPoint> points) {
        LoadLine line = line(model.with(POOL_MAX, mostUseful(model, points)), proving.trials());
        Finished plan = answer(
                Plan.Kind.NO_SIZE_HOLDS,
                List.of("no pool size holds this load of %s: %s; λ_max = %s"
                        .formatted(
                                Numbers.of(CLIENT_RATE, model.get(CLIENT_RATE)),
                                reason,
                                line.slo()
                                        .rate()
                                        .map(rate ->
                                                Numbers.plain(rate.mean()) + "/s (95 % of " + Numbers.plain(rate.low())
                                                        + " to " + Numbers.plain(rate.high()) + "/s)")
                                        .orElse("not found: " + line.slo().why()))),
                List.of(),
                withoutPool(model),
                proving.trials());
        plan.pools = points;
        plan.before = Optional.of(line);
        plan.predictedBefore = proving.score(Settings.NONE).map(score -> Outcome.predicted(score.peak(), goal));
        return plan.build();
    }

    /** What limits the stack once its pool is as large as it can be. */
    private static Optional<Bound> withoutPool(StackModel model) {
        PoolBounds bounds = PoolBounds.of(model);
        return Bounds.of(model.with(POOL_MAX, Math.max(1, bounds.high()))).binding();
    }

    private static double mostUseful(StackModel model, List<PoolPoint> points) {
        return points.stream()
                .min(Comparator.comparingDouble(
                                (PoolPoint point) -> -point.goodShare().mean())
                        .thenComparingDouble(point -> point.tail().mean()))
                .map(PoolPoint::size)
                .orElseGet(() -> Math.max(1, PoolBounds.of(model).high()));
    }

    private LoadLine line(StackModel model, Trials trials) {
        return LoadLineSearch.of(goal, seed).of(model, trials);
    }

    private static double deadline(StackModel model) {
        double patience = model.get(CLIENT_TIMEOUT);
        return Double.isFinite(patience) ? patience : DEADLINE;
    }

    private static Finished answer(
            Plan.Kind kind, List<String> reasons, List<String> measure, Optional<Bound> binding, Trials trials) {
        return new Finished(kind, reasons, measure, binding, trials);
    }
}
