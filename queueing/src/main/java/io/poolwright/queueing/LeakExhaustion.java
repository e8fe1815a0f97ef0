package io.poolwright.queueing;

/**
 * How long a pool lasts when a request now and then does not give its connection back.
 *
 * <p>Leaks come at rate λq; the last connection is gone with the P-th: Erlang(P, λq), with mean P/(λq) and standard deviation
 * √P/(λq). Holds while requests still find a connection, which is until shortly before the end.
 *
 * @param connections P, the pool
 * @param leaks λq, in 1/s
 */
public record LeakExhaustion(int connections, double leaks) {
    /** Refuses an empty pool and a rate of leaks that is no rate; 0 is one. */
    public LeakExhaustion {
        Given.atLeast(1, "connections", connections);
        Given.notNegative("leaks", leaks);
    }

    /**
     * A pool of which each request leaks a connection with some probability.
     *
     * @param connections P
     * @param rate requests λ, in 1/s
     * @param probability q
     */
    public static LeakExhaustion of(int connections, double rate, double probability) {
        return new LeakExhaustion(
                connections, Given.notNegative("rate", rate) * Given.probability("probability", probability));
    }

    /** Mean time to the last connection, in seconds; infinite without leaks. */
    public double meanTime() {
        return connections / leaks;
    }

    /** Standard deviation of that time, in seconds; infinite without leaks. */
    public double deviation() {
        return Math.sqrt(connections) / leaks;
    }

    /**
     * Probability that no connection is left after so long.
     *
     * @param time in seconds
     */
    public double exhaustedBy(double time) {
        double leaked = Given.notNegative("time", time) * leaks;
        if (leaked == 0) {
            return 0;
        }
        // Fewer than P leaks of a Poisson number with this mean.
        double left = 0;
        double logarithm = -leaked;
        for (int k = 0; k < connections; k++) {
            left += Math.exp(logarithm);
            logarithm += Math.log(leaked / (k + 1));
        }
        return Math.max(0, 1 - left);
    }

    /**
     * The time by which the pool is empty with such a probability.
     *
     * @param share more than 0, less than 1
     * @return seconds; infinite without leaks
     */
    public double timePercentile(double share) {
        Given.share("share", share);
        if (leaks == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = meanTime();
        while (exhaustedBy(high) < share) {
            high *= 2;
        }
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (exhaustedBy(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
