package io.poolwright.queueing;

/**
 * The M/M/c station: Poisson arrivals, exponential service, c servers, one queue without a limit.
 *
 * <p>Source: A. K. Erlang (1917); here by the recursion of Erlang B, which neither overflows nor loses digits.
 */
public final class ErlangC {
    /** More servers than any pool has; a search that passes it has been given nonsense. */
    private static final int MOST_SERVERS = 1_000_000;

    private ErlangC() {}

    /**
     * Probability that an arrival finds every server busy.
     *
     * @param load offered load a = λS, in erlangs
     * @param servers c; at least 1
     * @return 1 when the load is at or over the number of servers
     */
    public static double probabilityOfWait(double load, int servers) {
        Given.notNegative("load", load);
        Given.atLeast(1, "servers", servers);
        if (load >= servers) {
            return 1;
        }
        double blocked = ErlangB.blocking(load, servers);
        double utilization = load / servers;
        return blocked / (1 - utilization * (1 - blocked));
    }

    /**
     * Mean wait of all arrivals, those that do not wait included.
     *
     * @param load offered load a = λS, in erlangs; less than {@code servers}
     * @param servers c; at least 1
     * @param serviceTime S, in seconds
     * @return seconds; infinite when the load is at or over the number of servers
     */
    public static double meanWait(double load, int servers, double serviceTime) {
        double wait = probabilityOfWait(load, servers);
        return load >= servers ? Double.POSITIVE_INFINITY : wait * serviceTime / (servers - load);
    }

    /**
     * Probability that an arrival waits longer than so long: C·e^(−(c − a)t/S).
     *
     * @param load offered load a = λS, in erlangs
     * @param servers c; at least 1
     * @param serviceTime S, in seconds
     * @param time t, in seconds
     * @return 1 when the load is at or over the number of servers
     */
    public static double probabilityOfWaitBeyond(double load, int servers, double serviceTime, double time) {
        Given.positive("serviceTime", serviceTime);
        Given.notNegative("time", time);
        double wait = probabilityOfWait(load, servers);
        return load >= servers ? 1 : wait * Math.exp(-(servers - load) * time / serviceTime);
    }

    /**
     * The wait that so large a share of all arrivals does not exceed; those that do not wait are counted.
     *
     * @param load offered load a = λS, in erlangs
     * @param servers c; at least 1
     * @param serviceTime S, in seconds
     * @param share more than 0, less than 1; 0.99 for the 99th percentile
     * @return seconds; zero when that share does not wait, infinite when the load is at or over the number of servers
     */
    public static double waitPercentile(double load, int servers, double serviceTime, double share) {
        Given.positive("serviceTime", serviceTime);
        Given.share("share", share);
        double wait = probabilityOfWait(load, servers);
        if (load >= servers) {
            return Double.POSITIVE_INFINITY;
        }
        return wait <= 1 - share ? 0 : Math.log(wait / (1 - share)) * serviceTime / (servers - load);
    }

    /**
     * Fewest servers with which an arrival waits no more often than wanted.
     *
     * @param load offered load a = λS, in erlangs
     * @param probability how often an arrival may wait; more than 0, less than 1
     */
    public static int fewestServers(double load, double probability) {
        Given.notNegative("load", load);
        Given.share("probability", probability);
        double blocked = 1;
        for (int k = 1; k <= MOST_SERVERS; k++) {
            blocked = load * blocked / (k + load * blocked);
            double utilization = load / k;
            if (utilization < 1 && blocked / (1 - utilization * (1 - blocked)) <= probability) {
                return k;
            }
        }
        throw new IllegalArgumentException(
                "a load of %s erlangs needs more than %d servers".formatted(load, MOST_SERVERS));
    }
}
