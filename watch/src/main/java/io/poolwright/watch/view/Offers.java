package io.poolwright.watch.view;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Tier;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which measures a layer can have at all, whatever product it is: what is outside is not missing. */
final class Offers {
    private static final Set<Measure> LOAD =
            EnumSet.of(Measure.USED, Measure.IDLE, Measure.MAX, Measure.THROUGHPUT, Measure.USE_MEAN, Measure.USE_P95);
    private static final Map<Tier, Set<Measure>> BY_TIER = new EnumMap<>(Map.of(
            Tier.FRONTEND, EnumSet.of(Measure.USED, Measure.MAX, Measure.THROUGHPUT),
            Tier.SERVER,
                    EnumSet.of(
                            Measure.USED,
                            Measure.MAX,
                            Measure.PENDING,
                            Measure.WAIT_MEAN,
                            Measure.WAIT_MAX,
                            Measure.THROUGHPUT,
                            Measure.USE_MEAN,
                            Measure.TIMEOUTS),
            Tier.WORKERS, LOAD,
            Tier.HTTP_CLIENT, EnumSet.allOf(Measure.class),
            Tier.POOL, EnumSet.allOf(Measure.class),
            Tier.POOLER,
                    EnumSet.of(
                            Measure.USED,
                            Measure.IDLE,
                            Measure.MAX,
                            Measure.PENDING,
                            Measure.WAIT_MEAN,
                            Measure.WAIT_MAX,
                            Measure.THROUGHPUT,
                            Measure.USE_MEAN),
            Tier.DATABASE, EnumSet.of(Measure.USED, Measure.IDLE, Measure.MAX)));

    private Offers() {}

    static boolean has(Tier tier, Measure measure) {
        return BY_TIER.getOrDefault(tier, Set.of()).contains(measure);
    }
}
