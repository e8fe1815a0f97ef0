package io.poolwright.queueing;

/**
 * A database whose statements share its cores with contention φ(n), and which lets in no more than a limit at once.
 *
 * <p>π(n) ∝ ∏ λm/φ(i) over i = 1 … n. Whoever comes over the limit is turned away ({@link #turningAway}) or waits in line for a
 * connection ({@link #behindPool}). Without contention and with a pool no smaller than the cores, the pool changes nothing:
 * the time is that of M/M/c; a pool of k smaller than the cores makes it M/M/k. Source: F. P. Kelly, Reversibility and
 * Stochastic Networks (1979), sections 1.3 and 3.3.
 *
 * @param lost probability that an arrival is turned away
 * @param throughput statements finished, in 1/s
 * @param meanInside mean number in the database
 * @param meanWait mean wait for a connection, in seconds, of those that are served
 * @param meanTime mean time from arrival to end, in seconds, of those that are served
 */
public record SharedDatabase(double lost, double throughput, double meanInside, double meanWait, double meanTime) {
    /**
     * Whoever finds the limit inside is turned away. Holds for every law of the demand, by its mean alone.
     *
     * @param rate arrivals λ, in 1/s; more than 0
     * @param meanDemand m, in seconds of a core
     * @param contention φ(n)
     * @param limit most statements inside
     */
    public static SharedDatabase turningAway(double rate, double meanDemand, Contention contention, int limit) {
        double[] inside = inside(rate, meanDemand, contention, limit);
        double lost = inside[limit];
        double number = BirthDeath.mean(inside, n -> n);
        double throughput = BirthDeath.mean(inside, contention::work) / meanDemand;
        return new SharedDatabase(lost, throughput, number, 0, number / throughput);
    }

    /**
     * Whoever finds every connection used waits in line. Exact for exponential demand.
     *
     * @param rate arrivals λ, in 1/s; more than 0
     * @param meanDemand m, in seconds of a core
     * @param contention φ(n)
     * @param connections k, the pool
     * @return infinite times when the rate is at or over φ(k)/m; the throughput is then φ(k)/m
     */
    public static SharedDatabase behindPool(double rate, double meanDemand, Contention contention, int connections) {
        double[] inside = inside(rate, meanDemand, contention, connections);
        double growth = rate * meanDemand / contention.work(connections);
        if (growth >= 1) {
            return new SharedDatabase(
                    0, rate / growth, connections, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        // With all connections used the rates do not change any more: a geometric series on top of the last state.
        double last = inside[connections];
        double beyond = last * growth / (1 - growth);
        double all = 1 + beyond;
        double number = (BirthDeath.mean(inside, n -> n) + connections * beyond) / all;
        double wait = beyond / (1 - growth) / all / rate;
        return new SharedDatabase(0, rate, number, wait, wait + number / rate);
    }

    private static double[] inside(double rate, double meanDemand, Contention contention, int limit) {
        Given.positive("rate", rate);
        Given.positive("meanDemand", meanDemand);
        Given.atLeast(1, "limit", limit);
        return BirthDeath.upTo(limit, n -> rate, n -> contention.work(n) / meanDemand);
    }
}
