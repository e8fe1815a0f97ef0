package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Values that a plan gives to some parameters. Immutable.
 *
 * @param values by parameter; what is not in it stays as it is
 */
record Settings(Map<Parameter, Double> values) {
    /** All stays as it is. */
    static final Settings NONE = new Settings(Map.of());

    Settings {
        EnumMap<Parameter, Double> copy = new EnumMap<>(Parameter.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    Settings with(Parameter parameter, double value) {
        EnumMap<Parameter, Double> more = new EnumMap<>(Parameter.class);
        more.putAll(values);
        more.put(parameter, value);
        return new Settings(more);
    }

    StackModel in(StackModel model) {
        StackModel changed = model;
        for (Map.Entry<Parameter, Double> one : values.entrySet()) {
            changed = changed.with(one.getKey(), one.getValue());
        }
        return changed;
    }
}
