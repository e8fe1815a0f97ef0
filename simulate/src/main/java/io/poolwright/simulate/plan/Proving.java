package io.poolwright.simulate.plan;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.plan.Basis.Member;
import io.poolwright.simulate.search.Bounds;
import io.poolwright.simulate.search.Recovery;
import io.poolwright.simulate.search.Trial;
import io.poolwright.simulate.search.Trials;
import io.poolwright.simulate.search.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Tries settings on every stack that the real one may be, each time with the same random numbers.
 *
 * @param members the stacks
 * @param goal what customers are promised
 * @param deadline how long a failed request counts as having taken, in seconds
 * @param late share of the requests that are late or fail though hardly anybody is in their way: no size helps those
 * @param trials who makes the runs
 */
record Proving(List<Member> members, Goal goal, double deadline, double late, Trials trials) {
    /** Requests that one run should see, for a 99th percentile worth its name. */
    private static final double REQUESTS = 12_000;

    private static final double SHORTEST = 15;
    private static final double LONGEST = 60;
    private static final double WARM_UP = 10;
    /** Share of the capacity at which nothing waits for anything, and seconds until enough of so few requests have been seen. */
    private static final double LITTLE = 0.05;

    private static final double LONG = 300;
    /** When the trigger comes, and how long a sound stack may take to recover from it; seconds. */
    private static final double CALM = 15;

    private static final double WATCH = 60;
    /** Share of the members that must get over a situation. */
    private static final double MOST = 0.9;

    Proving {
        members = List.copyOf(members);
    }

    /** On these stacks, the first of which tells what is late by itself. */
    static Proving of(List<Member> members, Goal goal, double deadline, Trials trials) {
        return new Proving(members, goal, deadline, late(members.get(0), goal, trials), trials);
    }

    /** The same with fewer stacks, for rough questions. */
    Proving rough(int most) {
        return new Proving(members.subList(0, Math.min(most, members.size())), goal, deadline, late, trials);
    }

    /** The same on stacks that are otherwise. */
    Proving on(UnaryOperator<StackModel> otherwise) {
        return new Proving(
                members.stream()
                        .map(member -> new Member(otherwise.apply(member.model()), member.seed()))
                        .toList(),
                goal,
                deadline,
                late,
                trials);
    }

    /** How well each does, in their order; empty for those that were not finished when somebody said stop. */
    List<Optional<Score>> scores(List<Settings> tried) {
        List<Trial> wanted = new ArrayList<>();
        for (Settings settings : tried) {
            for (Situation situation : List.of(Situation.PEAK, Situation.BUSIER)) {
                for (Member member : members) {
                    StackModel model = situation.of(settings.in(member.model())).orElseThrow();
                    wanted.add(new Trial(model, setup(model, member.seed())));
                }
            }
        }
        List<Optional<Window>> windows = trials.each(wanted, Run::total);
        List<Optional<Score>> scores = new ArrayList<>();
        int each = members.size();
        for (int i = 0; i < tried.size(); i++) {
            List<Window> peak = present(windows.subList(2 * i * each, (2 * i + 1) * each));
            List<Window> busier = present(windows.subList((2 * i + 1) * each, (2 * i + 2) * each));
            scores.add(
                    peak.size() == each && busier.size() == each
                            ? Optional.of(Score.of(peak, busier, deadline))
                            : Optional.empty());
        }
        return scores;
    }

    Optional<Score> score(Settings settings) {
        return scores(List.of(settings)).get(0);
    }

    /** Whether the stack gets over a situation with these settings; empty when it cannot get into it or somebody said stop. */
    Optional<Boolean> survives(Settings settings, Situation situation) {
        List<Trial> wanted = new ArrayList<>();
        boolean trigger = situation == Situation.SLOW_DATABASE;
        for (Member member : members) {
            Optional<StackModel> model = situation.of(settings.in(member.model()));
            if (model.isEmpty()) {
                return Optional.empty();
            }
            wanted.add(
                    trigger
                            ? triggered(model.get(), member.seed())
                            : new Trial(model.get(), setup(model.get(), member.seed())));
        }
        double end = CALM + Trigger.SLOW_DATABASE.seconds();
        List<Optional<Boolean>> survived = trigger
                ? trials.recoveries(wanted, end, Recovery.SHARE * (1 - late)).stream()
                        .map(one -> one.map(OptionalDouble::isPresent))
                        .toList()
                : trials.each(wanted, run -> run.total().customers().goodShare() >= goal.goodShare() * (1 - late));
        List<Boolean> known = survived.stream().flatMap(Optional::stream).toList();
        if (known.size() < members.size()) {
            return Optional.empty();
        }
        long good = known.stream().filter(one -> one).count();
        return Optional.of(good >= MOST * known.size());
    }

    private static double late(Member member, Goal goal, Trials trials) {
        double capacity = Bounds.of(member.model()).capacity();
        double rate = Double.isFinite(capacity)
                ? LITTLE * capacity
                : LITTLE * member.model().get(Parameter.CLIENT_RATE);
        StackModel quiet = member.model().with(Parameter.CLIENT_RATE, rate);
        return trials
                .each(List.of(new Trial(quiet, new Setup(WARM_UP, LONG, member.seed(), goal.limit()))), Run::total)
                .stream()
                .flatMap(Optional::stream)
                .mapToDouble(window -> 1 - Math.min(1, window.customers().goodShare()))
                .findFirst()
                .orElse(0);
    }

    private Trial triggered(StackModel model, long seed) {
        Setup setup = new Setup(CALM, Trigger.SLOW_DATABASE.seconds() + WATCH, seed, goal.limit());
        return new Trial(Trigger.SLOW_DATABASE.in(model, CALM), setup);
    }

    private Setup setup(StackModel model, long seed) {
        double rate = model.get(Parameter.CLIENT_RATE);
        double seconds = Math.min(LONGEST, Math.max(SHORTEST, REQUESTS / Math.max(rate, 1e-9)));
        return new Setup(WARM_UP, seconds, seed, goal.limit());
    }

    private static List<Window> present(List<Optional<Window>> windows) {
        return windows.stream().flatMap(Optional::stream).toList();
    }
}
