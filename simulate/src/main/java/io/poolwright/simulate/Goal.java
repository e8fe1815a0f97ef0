package io.poolwright.simulate;

/**
 * What customers are promised.
 *
 * @param limit an answer counts as good up to this long after the request's birth, in seconds
 * @param percent per cent of answers that must be at most {@code tail}, such as 99
 * @param tail that percentile's limit, in seconds
 * @param goodShare share of fresh requests that must be answered well, 0 to 1
 */
public record Goal(double limit, double percent, double tail, double goodShare) {
    /** 99 % of requests good within 2 s, and the 99th percentile at most 400 ms. */
    public static final Goal USUAL = new Goal(2, 99, 0.4, 0.99);

    public Goal {
        if (!(limit > 0) || !(tail > 0) || !(percent > 0 && percent < 100) || !(goodShare > 0 && goodShare <= 1)) {
            throw new IllegalArgumentException(
                    "a goal needs limit and tail above 0 s, a percentile between 0 and 100, a share above 0 up to 1; had %s, %s, %s, %s"
                            .formatted(limit, tail, percent, goodShare));
        }
    }

    /** Whether the stretch met it; one without any request did. */
    public boolean metBy(Window window) {
        Window.Customers customers = window.customers();
        return customers.goodShare() >= goodShare
                && customers.latency().percentile(percent).orElse(0) <= tail;
    }
}
