package io.poolwright.queueing;

/**
 * How clients that try again multiply the load.
 *
 * <p>Attempts by request: (1 − p^(R + 1))/(1 − p) when each attempt fails with p whatever became of the one before. In a loss
 * system p itself comes from the attempts, p = B(c, λ'S), so the answer is a fixed point. There is only one: who is turned away
 * costs the servers nothing, so what they carry rises with the attempts while what is asked of them falls. Storms that outlive
 * their cause need work that is wasted. Source: J. W. Cohen, Basic problems of telephone traffic theory and the influence of
 * repeated calls (1957).
 */
public final class Retries {
    /** Far more than it takes, but for hundreds of retries at the capacity, where the steps become small. */
    private static final int STEPS = 100_000;

    private Retries() {}

    /**
     * Mean attempts by request, when attempts fail independently.
     *
     * @param failure p, probability that an attempt fails
     * @param retries R, most attempts after the first
     */
    public static double attempts(double failure, int retries) {
        Given.probability("failure", failure);
        Given.atLeast(0, "retries", retries);
        return failure == 1 ? retries + 1.0 : (1 - Math.pow(failure, retries + 1.0)) / (1 - failure);
    }

    /**
     * A loss system whose clients come back at random times, long after.
     *
     * @param rate fresh requests λ, in 1/s
     * @param serviceTime S, in seconds
     * @param servers c
     * @param retries R, most attempts after the first
     */
    public static LossWithRetries ofLossSystem(double rate, double serviceTime, int servers, int retries) {
        Given.notNegative("rate", rate);
        Given.positive("serviceTime", serviceTime);
        Given.atLeast(1, "servers", servers);
        double failure = 0;
        // From 0 the steps only rise: the attempts rise with the loss and the loss with the attempts.
        for (int step = 0; step < STEPS; step++) {
            double next = ErlangB.blocking(rate * attempts(failure, retries) * serviceTime, servers);
            if (Math.abs(next - failure) < 1e-15) {
                break;
            }
            failure = next;
        }
        double attempts = attempts(failure, retries);
        return new LossWithRetries(failure, attempts, rate * (1 - Math.pow(failure, retries + 1.0)));
    }

    /**
     * A loss system with retries in the long run.
     *
     * @param loss probability that an attempt is turned away
     * @param attempts mean attempts by request
     * @param goodput requests served in the end, in 1/s
     */
    public record LossWithRetries(double loss, double attempts, double goodput) {}
}
