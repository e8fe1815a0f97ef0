package io.poolwright.simulate.run;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import java.util.EnumMap;
import java.util.Objects;

/** The parameters as they are now. */
final class Values {
    private final EnumMap<Parameter, Double> now = new EnumMap<>(Parameter.class);
    private final EnumMap<Parameter, Double> most = new EnumMap<>(Parameter.class);

    Values(StackModel model) {
        Parameter.all().forEach(parameter -> now.put(parameter, model.get(parameter)));
        most.putAll(now);
        for (Step step : model.steps()) {
            most.merge(step.parameter(), step.value(), Math::max);
        }
    }

    void set(Step step) {
        now.put(step.parameter(), step.value());
    }

    double get(Parameter parameter) {
        return Objects.requireNonNull(now.get(parameter));
    }

    boolean flag(Parameter parameter) {
        return get(parameter) != 0;
    }

    /** A count; the largest whole number when there is no limit. */
    int count(Parameter parameter) {
        return (int) Math.min(get(parameter), Integer.MAX_VALUE);
    }

    /** The highest that it will be in this run. */
    double most(Parameter parameter) {
        return Objects.requireNonNull(most.get(parameter));
    }
}
