package io.poolwright.simulate.plan;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.Locale;
import java.util.Optional;

/** A situation that a recommended setting must do well in. */
enum Situation {
    /** The load that the plan is for. */
    PEAK("the peak"),
    /** A third more than that, near enough. */
    BUSIER("1.3 times the peak"),
    /** The database three times slower for ten seconds. */
    SLOW_DATABASE("a database three times slower for 10 s"),
    /** One instance of the application down. */
    INSTANCE_DOWN("one instance fewer");

    /** How much more than the peak. */
    private static final double MORE = 1.3;

    private final String said;

    Situation(String said) {
        this.said = said;
    }

    String said() {
        return said;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stack in it, apart from what happens only for a while; empty when it cannot get into it. */
    Optional<StackModel> of(StackModel model) {
        if (this == BUSIER) {
            return Optional.of(
                    model.get(Parameter.CLIENT_USERS) > 0
                            ? model.with(Parameter.CLIENT_USERS, Math.rint(MORE * model.get(Parameter.CLIENT_USERS)))
                            : model.with(Parameter.CLIENT_RATE, MORE * model.get(Parameter.CLIENT_RATE)));
        }
        if (this == INSTANCE_DOWN) {
            double down = model.get(Parameter.APP_DOWN) + 1;
            return down < model.get(Parameter.APP_INSTANCES)
                    ? Optional.of(model.with(Parameter.APP_DOWN, down))
                    : Optional.empty();
        }
        return Optional.of(model);
    }
}
