package io.poolwright.queueing;

/**
 * The M/G/1 station: Poisson arrivals, any service law, one server, first come first served.
 *
 * <p>Wq = λE[S²]/(2(1 − ρ)) with E[S²] = m²(1 + cv²): at the same load, a queue behind uneven work is longer. Source:
 * F. Pollaczek (1930), A. Khinchine (1932).
 */
public final class PollaczekKhinchine {
    private PollaczekKhinchine() {}

    /**
     * Mean wait of all arrivals.
     *
     * @param rate arrivals λ, in 1/s
     * @param serviceTime mean m, in seconds
     * @param variation coefficient of variation cv of the service time: standard deviation by mean; 1 when exponential
     * @return seconds; infinite when the server is never free
     */
    public static double meanWait(double rate, double serviceTime, double variation) {
        Given.notNegative("rate", rate);
        Given.positive("serviceTime", serviceTime);
        Given.notNegative("variation", variation);
        double free = 1 - rate * serviceTime;
        double square = serviceTime * serviceTime * (1 + variation * variation);
        return free > 0 ? rate * square / (2 * free) : Double.POSITIVE_INFINITY;
    }

    /**
     * Mean time inside of all arrivals: wait and service.
     *
     * @param rate arrivals λ, in 1/s
     * @param serviceTime mean m, in seconds
     * @param variation coefficient of variation cv of the service time
     * @return seconds; infinite when the server is never free
     */
    public static double meanTime(double rate, double serviceTime, double variation) {
        return meanWait(rate, serviceTime, variation) + serviceTime;
    }
}
