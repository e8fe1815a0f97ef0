package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.search.Edit;
import io.poolwright.simulate.search.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the changes into an order in which the stack is no worse off after any of them.
 *
 * <p>At each step the change comes next that does most good by then. A change of a limit that makes things worse wherever it comes is
 * left out, and said so; the pool's size is kept in, as not safe.
 */
final class ChangePlan {
    /** Stacks run for such a question. */
    private static final int MEMBERS = 4;
    /** Within this factor two 99th percentiles are one. */
    private static final double SLOWER = 1.05;

    /**
     * The order.
     *
     * @param steps in order
     * @param settings all of them together
     * @param dropped those left out, in words
     */
    record Ordered(List<PlanStep> steps, Settings settings, List<String> dropped) {}

    private final Proving proving;
    private final List<PlanStep> steps = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private Settings settings = Settings.NONE;

    private ChangePlan(Proving proving) {
        this.proving = proving;
    }

    static Ordered of(List<Recommendation> changes, Proving proving) {
        ChangePlan plan = new ChangePlan(proving.rough(MEMBERS));
        plan.order(new ArrayList<>(changes));
        return new Ordered(List.copyOf(plan.steps), plan.settings, List.copyOf(plan.dropped));
    }

    private void order(List<Recommendation> left) {
        Optional<Score> now = proving.score(settings);
        while (!left.isEmpty() && now.isPresent()) {
            List<Optional<Score>> scores = proving.scores(left.stream()
                    .map(one -> settings.with(one.parameter(), one.value()))
                    .toList());
            int best = -1;
            for (int i = 0; i < left.size(); i++) {
                if (scores.get(i).isPresent()
                        && (best < 0
                                || better(scores.get(i).get(), scores.get(best).orElseThrow()))) {
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            Recommendation next = left.remove(best);
            Score then = scores.get(best).orElseThrow();
            boolean safe = noWorse(then, now.get());
            if (!safe && next.parameter() != Parameter.POOL_MAX) {
                dropped.add(
                        "%s is left as it is: %s would have been right by the ladder, but the simulation is worse off with it"
                                .formatted(next.parameter().id(), said(next)));
                continue;
            }
            settings = settings.with(next.parameter(), next.value());
            now = Optional.of(then);
            Outcome predicted = Outcome.predicted(then.peak(), proving.goal());
            steps.add(new PlanStep(
                    next.parameter(),
                    next.present(),
                    next.value(),
                    said(next),
                    predicted,
                    safe,
                    Rollbacks.of(next.parameter(), predicted, proving.goal())));
        }
    }

    private String said(Recommendation one) {
        return Edit.of(one.parameter(), one.value())
                .said(proving.members().get(0).model());
    }

    private static boolean better(Score one, Score other) {
        double difference = one.violation() - other.violation();
        return Math.abs(difference) > Score.SAME ? difference < 0 : one.tail() < other.tail();
    }

    private static boolean noWorse(Score then, Score now) {
        return then.violation() <= now.violation() + Score.SAME
                && (then.violation() < now.violation() - Score.SAME || then.tail() <= SLOWER * now.tail());
    }
}
