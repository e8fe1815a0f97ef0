package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.DB_CORES;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Unit;
import io.poolwright.simulate.search.Demand;
import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Whether what is unknown matters: the recommended pool must do at both ends of what the unknown may be.
 *
 * <p>Only then may a plan go on without it. A value that matters and that nobody measured is not guessed.
 */
final class Doubts {
    /** A pool that is this much slower than the best size, at one end, is the wrong one there. */
    private static final double WRONG = 1.25;
    /** Share of requests lost more than with the best size, likewise. */
    private static final double LOST = 0.01;

    private static final double[] RIVALS = {2 / 3.0, 1.5, 3};
    /** Stacks run for such a question. */
    private static final int MEMBERS = 3;
    /** Busiest that a database is taken to be whose processors nobody counted. */
    private static final double BUSIEST = 0.9;

    private Doubts() {}

    /** One end of what an unknown may be. */
    private record End(String said, UnaryOperator<StackModel> otherwise) {}

    /**
     * Why nothing can be told without it; empty when it does not matter.
     *
     * @param size the pool that would be recommended
     * @param sizes those that were tried
     */
    static Optional<String> matters(
            Unknown unknown, Proving proving, Settings settings, int size, List<Integer> sizes) {
        if (unknown.parameter().isEmpty()) {
            return Optional.empty();
        }
        Parameter parameter = unknown.parameter().get();
        StackModel nominal = proving.members().get(0).model();
        for (End end : ends(parameter, nominal)) {
            List<Settings> tried = new ArrayList<>();
            List<Integer> others = new ArrayList<>();
            others.add(size);
            others.addAll(rivals(size, sizes));
            others.forEach(other -> tried.add(settings.with(Parameter.POOL_MAX, other)));
            List<Optional<Score>> scores =
                    proving.rough(MEMBERS).on(end.otherwise).scores(tried);
            if (scores.get(0).isEmpty()) {
                return Optional.empty();
            }
            Score own = scores.get(0).get();
            for (int i = 1; i < scores.size(); i++) {
                Optional<Score> other = scores.get(i);
                boolean better = other.isPresent()
                        && (other.get().violationAtPeak() + LOST < own.violationAtPeak()
                                || (other.get().violationAtPeak() <= own.violationAtPeak() + Score.SAME
                                        && other.get().tail() * WRONG < own.tail()));
                if (better) {
                    return Optional.of("%s, and it matters: with %s a pool of %d would be much better than one of %d"
                            .formatted(unknown.sentence(), end.said, others.get(i), size));
                }
            }
        }
        return Optional.empty();
    }

    /** Of the sizes tried the smallest, the largest, and those nearest to two thirds, three halves and three times the recommended. */
    private static List<Integer> rivals(int size, List<Integer> sizes) {
        TreeSet<Integer> rivals = new TreeSet<>();
        rivals.add(Collections.min(sizes));
        rivals.add(Collections.max(sizes));
        for (double ratio : RIVALS) {
            rivals.add(sizes.stream()
                    .min(Comparator.comparingDouble(other -> Math.abs(Math.log(other / (ratio * size)))))
                    .orElseThrow());
        }
        rivals.remove(size);
        return List.copyOf(rivals);
    }

    private static List<End> ends(Parameter parameter, StackModel nominal) {
        double value = nominal.get(parameter);
        if (parameter == DB_CORES) {
            double busy =
                    nominal.get(Parameter.CLIENT_RATE) * Demand.of(nominal).databaseCpu();
            double fewest = Math.max(1, Math.ceil(busy / BUSIEST));
            return busy == 0 ? List.of() : List.of(end(DB_CORES, fewest), end(DB_CORES, 4 * fewest));
        }
        return switch (parameter) {
            case DB_ALPHA -> List.of(end(parameter, 0), end(parameter, 0.02));
            case DB_BETA -> List.of(end(parameter, 0), end(parameter, 0.005));
            case CLIENT_RETRIES -> List.of(end(parameter, 0), end(parameter, 3));
            default ->
                parameter.unit() == Unit.FLAG
                        ? List.of(end(parameter, 0), end(parameter, 1))
                        : Double.isInfinite(value) || value == 0
                                ? List.of()
                                : List.of(end(parameter, half(parameter, value)), end(parameter, 2 * value));
        };
    }

    private static double half(Parameter parameter, double value) {
        return parameter.unit() == Unit.COUNT ? Math.max(1, Math.floor(value / 2)) : value / 2;
    }

    private static End end(Parameter parameter, double value) {
        return new End(
                "%s %s".formatted(parameter.id(), Numbers.of(parameter, value)), model -> model.with(parameter, value));
    }
}
