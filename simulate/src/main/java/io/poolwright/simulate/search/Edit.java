package io.poolwright.simulate.search;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import io.poolwright.simulate.Unit;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is changed about a stack: a parameter gets another value, or the queries need another share of their time.
 *
 * @param parameter which gets another value; empty for the queries
 * @param value the value, or the factor on what a request needs of the database
 */
public record Edit(Optional<Parameter> parameter, double value) {
    /** Distance of a step from or to no limit, and of a switch: as far as a factor of seven. */
    private static final double FAR = 2;

    public Edit {
        parameter.ifPresent(known -> StackModel.empty().with(known, value));
    }

    /** A parameter gets this value, for the whole run: what was to change it meanwhile no longer does. */
    public static Edit of(Parameter parameter, double value) {
        return new Edit(Optional.of(parameter), value);
    }

    /** Every query needs this share of its time, processor and waiting. */
    public static Edit queries(double factor) {
        return new Edit(Optional.empty(), factor);
    }

    /** The stack with it. */
    public StackModel in(StackModel model) {
        return parameter
                .map(known -> Rates.without(model, Set.of(known)).with(known, value))
                .orElseGet(() -> model.withDatabase(
                        model.databaseCpu().scaled(value), model.databaseWait().scaled(value)));
    }

    /** What holds in the end without it: the last step's value, or that of the start. */
    double present(StackModel model) {
        return parameter
                .map(known -> model.steps().stream()
                        .filter(step -> step.parameter() == known)
                        .reduce((first, second) -> second)
                        .map(Step::value)
                        .orElseGet(() -> model.get(known)))
                .orElse(1.0);
    }

    /** How far it goes: the logarithm of the ratio, so that doubling and halving are equally far. */
    public double distance(StackModel model) {
        double old = present(model);
        if (old == value) {
            return 0;
        }
        if (Double.isInfinite(old)
                || Double.isInfinite(value)
                || parameter.filter(known -> known.unit() == Unit.FLAG).isPresent()) {
            return FAR;
        }
        // Counts that may be 0, such as retries, are told apart by one more than they are.
        double more = old == 0 || value == 0 ? 1 : 0;
        return Math.abs(Math.log((value + more) / (old + more)));
    }

    /** What is changed, such as {@code pool.max}; {@code queries} for the queries. */
    public String id() {
        return parameter.map(Parameter::id).orElse("queries");
    }

    /** In words: {@code pool.max 20 → 40}. */
    public String said(StackModel model) {
        return parameter
                .map(known ->
                        "%s %s → %s".formatted(known.id(), Numbers.of(known, present(model)), Numbers.of(known, value)))
                .orElseGet(() -> value <= 1
                        ? "queries %s times faster".formatted(Numbers.plain(1 / value))
                        : "queries %s times slower".formatted(Numbers.plain(value)));
    }
}
