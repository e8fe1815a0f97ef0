package io.poolwright.queueing;

/**
 * The M/M/c//N station: N users who think, then need one of c servers; also so many callers of one pool.
 *
 * <p>Birth (N − n)/Z, death min(n, c)/S. Depends on the law of the thinking by its mean only. Source: the machine repairman,
 * L. Kleinrock, Queueing Systems, volume 1 (1975), section 3.8.
 *
 * @param throughput turns finished, in 1/s
 * @param meanWait mean wait for a server, in seconds
 * @param responseTime mean wait and service, in seconds
 * @param busy mean number of busy servers
 */
public record FiniteUsers(double throughput, double meanWait, double responseTime, double busy) {
    /**
     * The station in the long run.
     *
     * @param users N; at least 1
     * @param thinkTime Z, in seconds; more than 0
     * @param serviceTime S, in seconds
     * @param servers c
     */
    public static FiniteUsers of(int users, double thinkTime, double serviceTime, int servers) {
        Given.atLeast(1, "users", users);
        Given.positive("thinkTime", thinkTime);
        Given.positive("serviceTime", serviceTime);
        Given.atLeast(1, "servers", servers);
        double[] inside = BirthDeath.upTo(users, n -> (users - n) / thinkTime, n -> Math.min(n, servers) / serviceTime);
        double busy = BirthDeath.mean(inside, n -> Math.min(n, servers));
        double throughput = busy / serviceTime;
        double wait = BirthDeath.mean(inside, n -> Math.max(0, n - servers)) / throughput;
        return new FiniteUsers(throughput, wait, wait + serviceTime, busy);
    }
}
