package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/** Repeated attempts make up a quarter or more of what arrives, over three looks. */
public final class RetryAmplification implements Detector {
    static final double LINE = 0.25;
    static final int SPAN = 3;

    @Override
    public String id() {
        return "retry-amplification";
    }

    @Override
    public String title() {
        return "Clients multiply the load by trying again";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        Window span = seen.last(SPAN);
        OptionalDouble share = span.ratio(Figures.RESENT, Figures.ARRIVALS);
        OptionalDouble resent = span.mean(Figures.RESENT);
        if (share.isEmpty() || resent.isEmpty() || share.getAsDouble() < LINE || resent.getAsDouble() < LINE * 10) {
            return Optional.empty();
        }
        return Optional.of("%s of %s arrivals are repeated attempts: %s for every first one"
                .formatted(
                        Say.rate(resent.getAsDouble()),
                        Say.number(span.mean(Figures.ARRIVALS)),
                        Say.times(1 / Math.max(0.01, 1 - share.getAsDouble()))));
    }
}
