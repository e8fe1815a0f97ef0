package io.poolwright.detect.pool;

import java.util.List;

/** Every detector of single pools, in id order. */
public final class PoolDetectors {
    private static final List<PoolDetector> ALL = List.of(
            new BalancerServerQueue(),
            new DatabaseSlotsShort(),
            new PoolBlind(),
            new PoolConnectionChurn(),
            new PoolExhaustionAhead(),
            new PoolIdleYetTimingOut(),
            new PoolLeakSuspected(),
            new PoolPastLoadLine(),
            new PoolTimingOut(),
            new PoolWaitEatsBudget());

    private PoolDetectors() {}

    /** All of them. */
    public static List<PoolDetector> all() {
        return ALL;
    }
}
