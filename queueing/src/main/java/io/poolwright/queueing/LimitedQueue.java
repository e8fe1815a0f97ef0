package io.poolwright.queueing;

/**
 * The M/M/c/K station: as M/M/c, but who finds K inside is turned away at once, as a balancer does whose queue is full.
 *
 * <p>p(n) ∝ ∏ a/min(i, c) for n ≤ K; the loss is p(K), and the wait of those let in follows by Little's law. Source:
 * D. Gross et al., Fundamentals of Queueing Theory, 4th edition (2008), section 2.5.
 *
 * @param loss probability that an arrival is turned away
 * @param throughput requests served, in 1/s
 * @param meanQueue mean number that wait
 * @param meanWait mean wait of those let in, in seconds; those that do not wait are counted
 * @param meanTime mean time inside of those let in, in seconds
 */
public record LimitedQueue(double loss, double throughput, double meanQueue, double meanWait, double meanTime) {
    /**
     * The station in the long run, which it reaches at any load.
     *
     * @param rate arrivals, in 1/s; more than 0
     * @param serviceTime in seconds
     * @param servers c
     * @param places K: servers and places in the queue together; at least {@code servers}
     */
    public static LimitedQueue of(double rate, double serviceTime, int servers, int places) {
        Given.positive("rate", rate);
        Given.positive("serviceTime", serviceTime);
        Given.atLeast(1, "servers", servers);
        if (places < servers) {
            throw new IllegalArgumentException(
                    "places count the servers too: they must be at least the servers, %d, were %d"
                            .formatted(servers, places));
        }
        double[] inside = BirthDeath.upTo(places, n -> rate, n -> Math.min(n, servers) / serviceTime);
        double loss = inside[places];
        double queue = BirthDeath.mean(inside, n -> Math.max(0, n - servers));
        double served = BirthDeath.mean(inside, n -> Math.min(n, servers)) / serviceTime;
        double wait = queue / served;
        return new LimitedQueue(loss, served, queue, wait, wait + serviceTime);
    }
}
