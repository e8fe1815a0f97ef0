package io.poolwright.detect.pool;

import io.poolwright.model.live.Tier;
import java.util.Map;
import java.util.Optional;

/**
 * What a detector's symptom means to the symptoms around it.
 *
 * @param rank of the symptoms of one pool, the one with the least rank says most about why
 * @param tier where an alert of the whole stack belongs; empty for detectors of single pools, whose pool says it
 * @param holdsUp whether it keeps callers waiting, so that queues further out follow from it
 * @param hurts whether users are hurt, of an alert that has no severity of its own
 */
record Place(int rank, Optional<Tier> tier, boolean holdsUp, boolean hurts) {
    private static final Place UNKNOWN = new Place(99, Optional.empty(), false, false);

    private static final Map<String, Place> ALL = Map.ofEntries(
            pool("pool-leak-suspected", 1, true),
            stack("leak-suspected", 2, Tier.POOL, true, false),
            stack("lock-pile-up", 3, Tier.DATABASE, true, false),
            stack("conservation-residual", 4, Tier.DATABASE, true, false),
            pool("pool-idle-yet-timing-out", 5, true),
            pool("pool-connection-churn", 6, false),
            stack("connection-churn", 7, Tier.POOL, false, false),
            pool("database-slots-short", 8, false),
            stack("database-slots", 9, Tier.DATABASE, true, false),
            pool("pool-past-load-line", 10, true),
            stack("pool-saturation", 11, Tier.POOL, true, false),
            pool("pool-exhaustion-ahead", 12, false),
            pool("balancer-server-queue", 13, true),
            stack("balancer-queue", 14, Tier.SERVER, true, false),
            pool("pool-timing-out", 15, true),
            stack("pool-timeouts", 16, Tier.POOL, true, true),
            pool("pool-wait-eats-budget", 17, true),
            stack("processor-time-shift", 18, Tier.WORKERS, true, false),
            stack("retry-amplification", 19, Tier.FRONTEND, false, false),
            stack("error-ratio", 20, Tier.FRONTEND, false, true),
            stack("response-time-shift", 21, Tier.FRONTEND, false, false));

    static Place of(String detector) {
        return ALL.getOrDefault(detector, UNKNOWN);
    }

    /** Every detector that has a place. */
    static Iterable<String> detectors() {
        return ALL.keySet();
    }

    private static Map.Entry<String, Place> pool(String detector, int rank, boolean holdsUp) {
        return Map.entry(detector, new Place(rank, Optional.empty(), holdsUp, false));
    }

    private static Map.Entry<String, Place> stack(
            String detector, int rank, Tier tier, boolean holdsUp, boolean hurts) {
        return Map.entry(detector, new Place(rank, Optional.of(tier), holdsUp, hurts));
    }
}
