package io.poolwright.queueing;

/**
 * How fast a database works, by the number of statements in it: φ(n), in cores' worth of work.
 *
 * <p>φ(n) = min(n, c)/(1 + α(n − 1) + β·max(0, n − c)·n/c). With β above 0 it falls towards zero beyond its peak: more
 * connections do less work, and without a limit on them no load is safe for ever.
 *
 * @param cores c
 * @param serial α, what each other statement adds to the work, from 0 to 1; 0 without contention
 * @param crowding β, what statements beyond the cores add; 0 when crowding costs nothing
 */
public record Contention(int cores, double serial, double crowding) {
    /** Refuses fewer than one core, a serial part over 1 and costs below 0. */
    public Contention {
        Given.atLeast(1, "cores", cores);
        Given.probability("serial", serial);
        Given.notNegative("crowding", crowding);
    }

    /** Cores that cost each other nothing: φ(n) = min(n, c). */
    public static Contention none(int cores) {
        return new Contention(cores, 0, 0);
    }

    /**
     * φ(n): seconds of one core's work done in a second.
     *
     * @param inside n statements; 0 does no work
     */
    public double work(int inside) {
        Given.atLeast(0, "inside", inside);
        if (inside == 0) {
            return 0;
        }
        double crowd = (double) Math.max(0, inside - cores) * inside / cores;
        return Math.min(inside, cores) / (1 + serial * (inside - 1) + crowding * crowd);
    }

    /**
     * The number of statements, up to a limit, at which most work is done; the smallest if there are several.
     *
     * @param limit most statements that may be inside
     */
    public int best(int limit) {
        Given.atLeast(1, "limit", limit);
        // Up to c the work only rises, since α ≤ 1, and beyond c it never rises again.
        return serial == 1 ? 1 : Math.min(cores, limit);
    }

    /**
     * Highest rate that can be carried: max φ/m.
     *
     * @param meanDemand m, in seconds of a core
     * @param limit most statements that may be inside
     * @return requests per second
     */
    public double saturation(double meanDemand, int limit) {
        return work(best(limit)) / Given.positive("meanDemand", meanDemand);
    }
}
