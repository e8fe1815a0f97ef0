package io.poolwright.queueing;

/**
 * Little's law: what is inside a station equals the rate into it times the time spent in it.
 *
 * <p>Holds for any arrival process, service law and queue order, as long as the rate is steady. Source: J. D. C. Little,
 * Operations Research 9 (1961).
 */
public final class LittlesLaw {
    private LittlesLaw() {}

    /**
     * Mean population of a station.
     *
     * @param rate arrivals, in 1/s
     * @param time mean time inside, in seconds
     */
    public static double population(double rate, double time) {
        requireNotNegative("rate", rate);
        requireNotNegative("time", time);
        return rate * time;
    }

    /**
     * Mean time inside a station.
     *
     * @param population mean number inside
     * @param rate arrivals, in 1/s; more than zero
     * @return seconds
     */
    public static double time(double population, double rate) {
        requireNotNegative("population", population);
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate must be more than 0, was " + rate);
        }
        return population / rate;
    }

    /**
     * Highest rate that a station of so many servers can carry.
     *
     * @param servers places that serve at once
     * @param serviceTime mean time that one request occupies a place, in seconds; more than zero
     * @return requests per second
     */
    public static double capacity(double servers, double serviceTime) {
        requireNotNegative("servers", servers);
        if (!(serviceTime > 0)) {
            throw new IllegalArgumentException("serviceTime must be more than 0, was " + serviceTime);
        }
        return servers / serviceTime;
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("%s must be 0 or more, was %s".formatted(name, value));
        }
    }
}
