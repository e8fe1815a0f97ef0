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
        requireLoad(load);
        if (servers < 1) {
            throw new IllegalArgumentException("servers must be at least 1, was " + servers);
        }
        if (load >= servers) {
            return 1;
        }
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
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
     * Fewest servers with which an arrival waits no more often than wanted.
     *
     * @param load offered load a = λS, in erlangs
     * @param probability how often an arrival may wait; more than 0, less than 1
     */
    public static int fewestServers(double load, double probability) {
        requireLoad(load);
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be between 0 and 1, was " + probability);
        }
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

    private static void requireLoad(double load) {
        if (!(load >= 0) || Double.isInfinite(load)) {
            throw new IllegalArgumentException("load must be 0 or more, was " + load);
        }
    }
}
