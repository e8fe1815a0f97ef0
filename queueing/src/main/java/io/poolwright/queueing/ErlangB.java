package io.poolwright.queueing;

/**
 * The loss system M/G/c/c: Poisson arrivals, c servers, no queue; who finds all busy is turned away.
 *
 * <p>Depends on the service law by its mean only. Source: A. K. Erlang (1917); here by the recursion
 * B(k) = aB(k − 1)/(k + aB(k − 1)), which neither overflows nor loses digits.
 */
public final class ErlangB {
    private ErlangB() {}

    /**
     * Probability that an arrival is turned away.
     *
     * @param load offered load a = λS, in erlangs; may be over the number of servers
     * @param servers c; 0 turns everybody away
     */
    public static double blocking(double load, int servers) {
        Given.notNegative("load", load);
        Given.atLeast(0, "servers", servers);
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked;
    }

    /**
     * Requests per second that are served.
     *
     * @param rate arrivals, in 1/s
     * @param serviceTime S, in seconds
     * @param servers c
     */
    public static double throughput(double rate, double serviceTime, int servers) {
        Given.notNegative("rate", rate);
        Given.positive("serviceTime", serviceTime);
        return rate * (1 - blocking(rate * serviceTime, servers));
    }
}
