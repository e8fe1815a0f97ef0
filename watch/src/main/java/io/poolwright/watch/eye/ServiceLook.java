package io.poolwright.watch.eye;

import io.poolwright.model.live.InForce;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.ServiceState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything that is known of one service after a look.
 *
 * @param at when it was looked at
 * @param state diagnosis and troubles
 * @param pools each pool as it is now, in request order
 * @param targets how each target answered
 * @param inForce settings that the running products told
 */
public record ServiceLook(
        Instant at, ServiceState state, List<PoolState> pools, List<TargetState> targets, List<InForce> inForce) {
    public ServiceLook {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(state, "state");
        pools = List.copyOf(pools);
        targets = List.copyOf(targets);
        inForce = List.copyOf(inForce);
    }
}
