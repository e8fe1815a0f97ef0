package io.poolwright.drill.shop;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How much the query of one checkout asks of the database: a lognormal time of at most 2 s.
 *
 * @param medianMillis half of the queries take less, in milliseconds
 * @param sigma standard deviation of the logarithm
 * @param computes whether the query spends that time on a processor of the database, about; else it sleeps, exactly
 */
public record Demand(double medianMillis, double sigma, boolean computes) {
    /** What the shop asks for by itself: nearly always short, with a long tail (mean about 30 ms). */
    public static final Demand NORMAL = new Demand(15, 1.2, false);
    /** Numbers that a query which computes counts for each second of its time: measured, PostgreSQL 18 on a core of 2.5 GHz. */
    static final double NUMBERS_PER_SECOND = 10_000_000;

    private static final double LONGEST = 2;

    public Demand {
        if (!(medianMillis > 0) || medianMillis > LONGEST * 1000 || !(sigma >= 0) || sigma > 3) {
            throw new IllegalArgumentException(
                    "out of range: medianMillis %s (above 0, at most 2000), sigma %s (0 to 3)"
                            .formatted(medianMillis, sigma));
        }
    }

    /** That of a new request, in seconds. */
    double draw(ThreadLocalRandom random) {
        return Math.min(LONGEST, medianMillis / 1000 * Math.exp(sigma * random.nextGaussian()));
    }
}
