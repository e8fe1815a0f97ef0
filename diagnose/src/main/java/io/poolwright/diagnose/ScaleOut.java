package io.poolwright.diagnose;

import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.detect.Say;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The warning against more instances: each brings a pool of its own to a database that has no connections left.
 *
 * <p>The July 2023 outage was first answered by scaling out.
 */
final class ScaleOut {
    /** Share of the usable connections from which on the warning is given. */
    private static final double LINE = 0.8;

    private ScaleOut() {}

    static Optional<String> warning(Scene scene) {
        OptionalDouble backends = scene.now().latest(Figures.BACKENDS);
        OptionalDouble usable = scene.now().latest(Figures.USABLE);
        OptionalInt pool = largestPool(scene);
        if (backends.isEmpty() || usable.isEmpty() || pool.isEmpty()) {
            return Optional.empty();
        }
        double after = backends.getAsDouble() + pool.getAsInt();
        if (backends.getAsDouble() < LINE * usable.getAsDouble() || after <= usable.getAsDouble()) {
            return Optional.empty();
        }
        return Optional.of("do not scale out: another instance may open %d connections, and %s of %s are taken"
                .formatted(pool.getAsInt(), Say.number(backends.getAsDouble()), Say.number(usable.getAsDouble())));
    }

    private static OptionalInt largestPool(Scene scene) {
        if (scene.now().frames().isEmpty()) {
            return OptionalInt.empty();
        }
        Frame last = scene.now().frames().get(scene.now().frames().size() - 1);
        return last.services().stream()
                .flatMap(service -> service.now().value().stream())
                .flatMap(sample -> sample.pool().value().stream())
                .mapToInt(pool -> pool.max())
                .max();
    }
}
