package io.poolwright.detect;

import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every connection of a pool used and callers still waiting, for three looks running.
 *
 * <p>Used = max alone is a busy pool; pending &gt; 0 alone is a burst. Only both, held, is saturation.
 */
public final class PoolSaturation implements Detector {
    static final int HOLD = 3;

    /** Callers waiting at pools that have no connection left (requests). */
    static final Figure WAITING_AT_FULL_POOLS = frame -> {
        var pools = frame.services().stream()
                .flatMap(service -> service.now().value().stream())
                .map(InstanceSample::pool)
                .flatMap(pool -> pool.value().stream())
                .toList();
        return pools.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(pools.stream()
                        .filter(pool -> pool.used() >= pool.max())
                        .mapToInt(PoolSample::pending)
                        .sum());
    };

    @Override
    public String id() {
        return "pool-saturation";
    }

    @Override
    public String title() {
        return "A connection pool is full and callers wait";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        if (!seen.held(HOLD, WAITING_AT_FULL_POOLS, waiting -> waiting > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of %s connections are used and %s callers wait, for %d s: a request now spends its time in line"
                        .formatted(
                                Say.number(seen.latest(Figures.USED)),
                                Say.number(seen.latest(Figures.MAX)),
                                Say.number(seen.latest(Figures.PENDING)),
                                HOLD));
    }
}
