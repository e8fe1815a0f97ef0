package io.poolwright.queueing.law;

import java.util.random.RandomGenerator;

/** The probability law of a time or a demand, in seconds. Immutable; randomness is handed in. */
public sealed interface Law permits Constant, Exponential, Lognormal, Uniform, Mixture, Capped, Empirical {

    /** The next one, in seconds; 0 or more. */
    double draw(RandomGenerator random);

    /** E[X], in seconds. */
    double mean();

    /** E[X²], in seconds squared. */
    double secondMoment();

    /**
     * P(X &gt; t).
     *
     * @param t in seconds
     */
    double beyond(double t);

    /**
     * E[(X − t)⁺]: what is left of it after t, those that ended earlier counted as 0; in seconds. Times a rate it is the zombie law.
     *
     * @param t in seconds; 0 or more
     */
    double excess(double t);

    /** The same law with every value multiplied. */
    Law scaled(double factor);

    /** Standard deviation over mean; 0 for a law that is always 0. */
    default double coefficientOfVariation() {
        double mean = mean();
        return mean == 0 ? 0 : Math.sqrt(Math.max(0, secondMoment() - mean * mean)) / mean;
    }

    /**
     * The smallest t with P(X &gt; t) ≤ 1 − p, to one part in a million.
     *
     * @param p more than 0, less than 1
     * @return seconds
     */
    default double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p must be between 0 and 1, was " + p);
        }
        double beyond = 1 - p;
        if (beyond(0) <= beyond) {
            return 0;
        }
        double high = Math.max(mean(), 1e-9);
        while (beyond(high) > beyond) {
            high *= 2;
        }
        double low = 0;
        while (high - low > 1e-6 * high) {
            double middle = (low + high) / 2;
            if (beyond(middle) > beyond) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
