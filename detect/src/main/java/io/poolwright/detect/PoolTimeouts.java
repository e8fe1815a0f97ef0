package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/** Callers gave up waiting for a connection in two of three looks: a user saw each of them. */
public final class PoolTimeouts implements Detector {
    static final int SPAN = 3;

    @Override
    public String id() {
        return "pool-timeouts";
    }

    @Override
    public String title() {
        return "Callers give up waiting for a connection";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        Window span = seen.last(SPAN);
        OptionalDouble timeouts = span.mean(Figures.TIMEOUTS);
        if (timeouts.isEmpty() || span.count(Figures.TIMEOUTS, value -> value > 0) < 2) {
            return Optional.empty();
        }
        return Optional.of("%s callers give up waiting for a connection; %s wait, %s of %s connections are used"
                .formatted(
                        Say.rate(timeouts.getAsDouble()),
                        Say.number(seen.latest(Figures.PENDING)),
                        Say.number(seen.latest(Figures.USED)),
                        Say.number(seen.latest(Figures.MAX))));
    }
}
