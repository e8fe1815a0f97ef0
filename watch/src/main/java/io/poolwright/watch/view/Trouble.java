package io.poolwright.watch.view;

import io.poolwright.model.live.PoolId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong, however many symptoms it has.
 *
 * @param pool the pool that the lead alert is about; empty when it is about the whole service
 * @param lead the alert that explains the others best
 * @param symptoms titles of the others
 */
public record Trouble(Optional<PoolId> pool, Firing lead, List<String> symptoms) {
    public Trouble {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(lead, "lead");
        symptoms = List.copyOf(symptoms);
    }

    /** How bad it is: that something cannot be seen is no overload. */
    State state() {
        if (lead.blind()) {
            return State.BLIND;
        }
        return lead.level() == Level.INFO ? State.NEAR : State.OVER;
    }
}
