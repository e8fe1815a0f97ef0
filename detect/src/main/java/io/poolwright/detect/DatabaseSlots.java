package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/** Ordinary roles hold nineteen in twenty or more of the connections they can have, for two looks running. */
public final class DatabaseSlots implements Detector {
    static final double LINE = 0.95;
    static final int HOLD = 2;

    private static final Figure TAKEN = frame -> {
        OptionalDouble backends = Figures.BACKENDS.of(frame);
        OptionalDouble usable = Figures.USABLE.of(frame);
        return backends.isPresent() && usable.isPresent() && usable.getAsDouble() > 0
                ? OptionalDouble.of(backends.getAsDouble() / usable.getAsDouble())
                : OptionalDouble.empty();
    };

    @Override
    public String id() {
        return "database-slots";
    }

    @Override
    public String title() {
        return "The database runs out of connections";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        if (!seen.held(HOLD, TAKEN, share -> share >= LINE)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of %s usable database connections are taken (max_connections less the reserved ones): the next is refused"
                        .formatted(Say.number(seen.latest(Figures.BACKENDS)), Say.number(seen.latest(Figures.USABLE))));
    }
}
