package io.poolwright.queueing;

/**
 * The M/M/1 station: Poisson arrivals, exponential service, one server, one queue without a limit.
 *
 * <p>The time inside is exponential with rate μ − λ, which gives every percentile. Source: L. Kleinrock, Queueing Systems,
 * volume 1 (1975), section 3.2.
 */
public final class SingleServer {
    private SingleServer() {}

    /**
     * Mean time inside, wait and service: 1/(μ − λ).
     *
     * @param rate arrivals λ, in 1/s
     * @param serviceTime 1/μ, in seconds
     * @return seconds; infinite when the server is never free
     */
    public static double meanTime(double rate, double serviceTime) {
        double free = 1 - utilization(rate, serviceTime);
        return free > 0 ? serviceTime / free : Double.POSITIVE_INFINITY;
    }

    /**
     * Mean wait for the server: ρ/(μ − λ).
     *
     * @param rate arrivals λ, in 1/s
     * @param serviceTime 1/μ, in seconds
     * @return seconds; infinite when the server is never free
     */
    public static double meanWait(double rate, double serviceTime) {
        return utilization(rate, serviceTime) * meanTime(rate, serviceTime);
    }

    /**
     * The time inside that so large a share of arrivals does not exceed.
     *
     * @param rate arrivals λ, in 1/s
     * @param serviceTime 1/μ, in seconds
     * @param share more than 0, less than 1; 0.99 for the 99th percentile
     * @return seconds; infinite when the server is never free
     */
    public static double timePercentile(double rate, double serviceTime, double share) {
        Given.share("share", share);
        return -Math.log1p(-share) * meanTime(rate, serviceTime);
    }

    /**
     * Probability that an arrival is inside for longer than so long.
     *
     * @param rate arrivals λ, in 1/s
     * @param serviceTime 1/μ, in seconds
     * @param time in seconds
     * @return 1 when the server is never free
     */
    public static double probabilityOfTimeBeyond(double rate, double serviceTime, double time) {
        Given.notNegative("time", time);
        return Math.exp(-time / meanTime(rate, serviceTime));
    }

    private static double utilization(double rate, double serviceTime) {
        return Given.notNegative("rate", rate) * Given.positive("serviceTime", serviceTime);
    }
}
