package io.poolwright.detect;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pools replace their connections: two or more a second for three looks, long after any start.
 *
 * <p>A pool fills itself when its process starts; those seconds do not count.
 */
public final class ConnectionChurn implements Detector {
    static final double LINE = 2;
    static final int HOLD = 3;

    /** Connections opened by instances that are past their start (1/s). */
    public static final Figure REPLACED = frame -> {
        double[] created = frame.services().stream()
                .filter(service -> Age.filled(frame, service))
                .flatMap(service -> service.flow().value().stream())
                .flatMap(flow -> flow.pool().value().stream())
                .mapToDouble(Frame.PoolFlow::created)
                .toArray();
        return created.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(created).sum());
    };

    @Override
    public String id() {
        return "connection-churn";
    }

    @Override
    public String title() {
        return "Connections do not live";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        OptionalDouble created = seen.last(HOLD).mean(REPLACED);
        if (created.isEmpty() || !seen.held(HOLD, REPLACED, value -> value >= LINE)) {
            return Optional.empty();
        }
        return Optional.of("the pools open %s new connections, for %s in all: something ends them early"
                .formatted(Say.rate(created.getAsDouble()), Say.number(seen.latest(Figures.TOTAL))));
    }
}
