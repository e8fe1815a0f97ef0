package io.poolwright.queueing;

/**
 * Processor sharing: everybody inside is served at once, and the cores are shared evenly, each job by at most one core.
 *
 * <p>The number inside depends on the law of the demand by its mean only. Source: L. Kleinrock, Time-shared systems (1967), for
 * one core; F. P. Kelly, Reversibility and Stochastic Networks (1979), section 3.3, for symmetric queues.
 */
public final class SharedCores {
    private SharedCores() {}

    /**
     * Mean time inside of a job on one core, given its own demand: x/(1 − ρ).
     *
     * @param demand x, seconds of a core that this job needs
     * @param rate arrivals λ, in 1/s
     * @param meanDemand mean demand of all jobs, in seconds of a core
     * @return seconds; infinite when the core is never free
     */
    public static double timeOf(double demand, double rate, double meanDemand) {
        Given.notNegative("demand", demand);
        double free = 1 - Given.notNegative("rate", rate) * Given.positive("meanDemand", meanDemand);
        return free > 0 ? demand / free : Double.POSITIVE_INFINITY;
    }

    /**
     * Mean time inside of all jobs: E[T] = C/(cμ − λ) + 1/μ, with C the probability of a wait in M/M/c.
     *
     * @param rate arrivals λ, in 1/s
     * @param meanDemand 1/μ, in seconds of a core
     * @param cores c
     * @return seconds; infinite when the load is at or over the number of cores
     */
    public static double meanTime(double rate, double meanDemand, int cores) {
        Given.notNegative("rate", rate);
        Given.positive("meanDemand", meanDemand);
        return ErlangC.meanWait(rate * meanDemand, cores, meanDemand) + meanDemand;
    }

    /**
     * Mean number inside.
     *
     * @param rate arrivals λ, in 1/s
     * @param meanDemand 1/μ, in seconds of a core
     * @param cores c
     * @return infinite when the load is at or over the number of cores
     */
    public static double meanInside(double rate, double meanDemand, int cores) {
        return rate == 0 ? 0 : rate * meanTime(rate, meanDemand, cores);
    }
}
