package io.poolwright.drill.load;

import java.util.OptionalDouble;

/**
 * A token bucket that keeps retries a fixed share of fresh requests.
 *
 * <p>It starts empty, so retries never exceed tokens-per-request × fresh requests; it holds at most {@value #CEILING}
 * tokens, so a long quiet spell does not save up a storm.
 */
final class RetryBudget {
    static final int CEILING = 100;

    private final OptionalDouble perRequest;
    private double tokens;

    RetryBudget(OptionalDouble perRequest) {
        this.perRequest = perRequest;
    }

    /** A fresh request has started. */
    void earn() {
        if (perRequest.isPresent()) {
            tokens = Math.min(CEILING, tokens + perRequest.getAsDouble());
        }
    }

    /** Takes the token one retry costs; false when there is none. */
    boolean spend() {
        if (perRequest.isEmpty()) {
            return true;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
