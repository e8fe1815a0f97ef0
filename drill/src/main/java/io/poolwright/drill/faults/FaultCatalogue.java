package io.poolwright.drill.faults;

import java.util.List;
import java.util.Optional;

/** Every fault there is, by id. */
public final class FaultCatalogue {
    private static final List<Fault> ALL = List.of(
            new ApplicationCpu(),
            new BalancerPoolTight(),
            new BalancerPoolTooSmall(),
            new ConnectionLeak(),
            new MissingIndex(),
            new PoolTooSmall(),
            new RetryStorm(),
            new RowLock(),
            new ServerIdleKill(),
            new SocketTimeoutTooShort(),
            new TrafficSurge());

    private FaultCatalogue() {}

    /** All of them, sorted by id. */
    public static List<Fault> all() {
        return ALL;
    }

    public static Optional<Fault> byId(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }
}
