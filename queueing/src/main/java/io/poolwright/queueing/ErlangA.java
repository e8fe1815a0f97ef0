package io.poolwright.queueing;

/**
 * The M/M/c+M station, Erlang A: as M/M/c, but each waiter leaves after a patience that is exponential.
 *
 * <p>Birth and death with death rate min(n, c)μ + (n − c)⁺θ; steady at any load. Source: C. Palm (1957); O. Garnett,
 * A. Mandelbaum and M. Reiman, Designing a call center with impatient customers (2002).
 *
 * @param abandoned probability that an arrival leaves unserved: θE[Q]/λ
 * @param probabilityOfWait probability that an arrival finds every server busy
 * @param meanQueue mean number that wait
 * @param meanWait mean time in the queue, in seconds, of all arrivals
 */
public record ErlangA(double abandoned, double probabilityOfWait, double meanQueue, double meanWait) {
    /**
     * The station in the long run.
     *
     * @param rate arrivals λ, in 1/s; more than 0
     * @param serviceTime 1/μ, in seconds
     * @param servers c
     * @param patience mean patience 1/θ, in seconds
     * @throws IllegalArgumentException if the load is over the capacity and patience so long that millions would wait
     */
    public static ErlangA of(double rate, double serviceTime, int servers, double patience) {
        Given.positive("rate", rate);
        Given.positive("serviceTime", serviceTime);
        Given.atLeast(1, "servers", servers);
        Given.positive("patience", patience);
        double[] inside = BirthDeath.unlimited(
                servers, n -> rate, n -> Math.min(n, servers) / serviceTime + Math.max(0, n - servers) / patience);
        double queue = BirthDeath.mean(inside, n -> Math.max(0, n - servers));
        double busy = BirthDeath.mean(inside, n -> n >= servers ? 1 : 0);
        return new ErlangA(queue / patience / rate, busy, queue, queue / rate);
    }
}
