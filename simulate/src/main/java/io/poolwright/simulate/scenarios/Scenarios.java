package io.poolwright.simulate.scenarios;

import java.util.List;
import java.util.Optional;

/** All of them. */
public final class Scenarios {
    private static final List<Scenario> ALL =
            List.of(TimeoutTooShort.scenario(), BalancerLimit.scenario(), RetryStorm.scenario());

    private Scenarios() {}

    /** In the order of the documents. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The one with this name. */
    public static Optional<Scenario> named(String id) {
        return ALL.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }
}
