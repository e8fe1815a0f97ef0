package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The application takes twice as long for a request as it did, and at least 30 ms longer, over five looks.
 *
 * <p>Compared with its own past, not with a fixed line. Five seconds, because a request mix with rare slow members
 * needs that many requests before its mean says anything.
 */
public final class ResponseTimeShift implements Detector {
    static final double FACTOR = 2;
    static final double LEAST = 0.030;
    static final int SPAN = 5;

    @Override
    public String id() {
        return "response-time-shift";
    }

    @Override
    public String title() {
        return "Responses take longer";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        OptionalDouble before = reference.ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS);
        OptionalDouble now = seen.last(SPAN).ratio(Figures.SERVICE_SECONDS, Figures.COMPLETIONS);
        if (before.isEmpty()
                || now.isEmpty()
                || now.getAsDouble() < FACTOR * before.getAsDouble()
                || now.getAsDouble() < before.getAsDouble() + LEAST) {
            return Optional.empty();
        }
        return Optional.of("a request takes %s inside the application, it took %s (%s)"
                .formatted(
                        Say.time(now.getAsDouble()),
                        Say.time(before.getAsDouble()),
                        Say.times(now.getAsDouble() / before.getAsDouble())));
    }
}
