package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The same stack under another load, or without some of what changes in it. */
final class Rates {
    private Rates() {}

    /** With this rate of fresh requests from the start, and nothing that changes it. */
    static StackModel at(StackModel model, double rate) {
        return without(model, Set.of(CLIENT_RATE)).with(CLIENT_RATE, rate);
    }

    /** Without the steps of these parameters. */
    static StackModel without(StackModel model, Set<Parameter> parameters) {
        if (model.steps().stream().noneMatch(step -> parameters.contains(step.parameter()))) {
            return model;
        }
        StackModel other = model.withoutSteps();
        for (Step step : model.steps()) {
            if (!parameters.contains(step.parameter())) {
                other = other.step(step.parameter(), step.at(), step.value());
            }
        }
        return other;
    }

    /** Whether the customers come at a rate of their own, and not only after their last answer. */
    static boolean open(StackModel model) {
        return model.get(CLIENT_USERS) == 0;
    }

    /** Whether what changes ends up as it began, so that whoever stays down stays down without a reason. */
    static boolean over(StackModel model) {
        Map<Parameter, Double> last = new EnumMap<>(Parameter.class);
        model.steps().forEach(step -> last.put(step.parameter(), step.value()));
        return last.entrySet().stream().allMatch(end -> end.getValue() == model.get(end.getKey()));
    }
}
