package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The database's count of an application's connections and the pools' own count differ, held for two looks.
 *
 * <p>More backends than the pools know: somebody gave up and left the database working (zombies). Fewer: the database
 * or something on the way ended connections that the pools still hold (ghosts). Two looks at two places at two moments
 * differ by a connection or two in good health; three is the line.
 */
public final class ConservationResidual implements Detector {
    /** Connections; measured in 300 s of good health: never above 1 in two looks running. */
    public static final double LINE = 3;

    static final int HOLD = 2;

    @Override
    public String id() {
        return "conservation-residual";
    }

    @Override
    public String title() {
        return "Pools and database disagree about the connections";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        OptionalDouble residual = seen.last(HOLD).mean(Figures.RESIDUAL);
        OptionalDouble backends = seen.latest(Figures.BACKENDS);
        if (residual.isEmpty() || backends.isEmpty()) {
            return Optional.empty();
        }
        if (seen.held(HOLD, Figures.RESIDUAL, value -> value >= LINE)) {
            return Optional.of(
                    ("the database holds %s connections more than the pools know of (%s backends of %s usable):"
                                    + " it works for clients that have given up")
                            .formatted(
                                    Say.number(residual.getAsDouble()),
                                    Say.number(backends.getAsDouble()),
                                    Say.number(seen.latest(Figures.USABLE))));
        }
        if (seen.held(HOLD, Figures.RESIDUAL, value -> value <= -LINE)) {
            return Optional.of(("the pools hold %s connections that the database has already ended (%s backends):"
                            + " the next callers to borrow them will fail")
                    .formatted(Say.number(-residual.getAsDouble()), Say.number(backends.getAsDouble())));
        }
        return Optional.empty();
    }
}
