package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/** Repeated attempts make up a quarter or more of what arrives, over three looks. */
public final class RetryAmplification implements Detector {
    static final double LINE = 0.25;
    /** Repeated attempts (1/s); fewer are no load. */
    static final double LEAST = 2.5;

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
        OptionalDouble share = Resends.share(span);
        OptionalDouble resent = span.mean(Figures.RESENT);
        if (share.isEmpty() || resent.isEmpty() || share.getAsDouble() < LINE || resent.getAsDouble() < LEAST) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of the requests that reach the application are repeated attempts (%s): %s for every first one"
                        .formatted(
                                Say.percent(share.getAsDouble()),
                                Say.rate(resent.getAsDouble()),
                                Say.times(Resends.amplification(span).orElse(1))));
    }
}
