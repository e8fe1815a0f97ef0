package io.poolwright.drill;

/** What a fault may do to the customers. */
public interface Load {

    /**
     * Changes how many requests start.
     *
     * @param perSecond requests a second, retries not counted
     */
    void rate(double perSecond);

    /**
     * Changes how often a customer tries again, at once, after a failure.
     *
     * @param n attempts after the first; 0 for none
     */
    void clientRetries(int n);
}
