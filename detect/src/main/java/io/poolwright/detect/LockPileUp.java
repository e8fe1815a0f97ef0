package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/** Three or more backends wait for locks that others hold, for two looks running. */
public final class LockPileUp implements Detector {
    static final double LINE = 3;
    static final int HOLD = 2;

    @Override
    public String id() {
        return "lock-pile-up";
    }

    @Override
    public String title() {
        return "Transactions wait for each other";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        OptionalDouble waiting = seen.last(HOLD).mean(Figures.ON_LOCK);
        if (waiting.isEmpty() || !seen.held(HOLD, Figures.ON_LOCK, value -> value >= LINE)) {
            return Optional.empty();
        }
        return Optional.of("%s of %s active backends wait for a lock: each holds a pool connection meanwhile"
                .formatted(Say.number(waiting.getAsDouble()), Say.number(seen.latest(Figures.ACTIVE))));
    }
}
