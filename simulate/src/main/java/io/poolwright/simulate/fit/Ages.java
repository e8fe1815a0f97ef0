package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Lognormal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spread of a time of which the mean is known, from what else was seen of it.
 *
 * <p>A statement that is looked at is one of the longer ones, and it is looked at somewhere on its way: the density of ages is
 * P(T &gt; age) / E[T] (renewal theory's inspection paradox). Source: D. R. Cox, Renewal Theory, 1962, chapter 5.
 */
final class Ages {
    private static final double LEAST = 0.05;
    private static final double MOST = 2.6;
    private static final int STEPS = 30;
    /** Ages are counted in steps of a twelfth of their natural logarithm, from a millisecond, which is how they are told. */
    private static final double STEPS_OF_AGE = 12;

    private static final double LEAST_AGE = 0.001;

    private Ages() {}

    /**
     * The lognormal law with this mean whose running statements would be as old as these.
     *
     * @param mean in seconds
     * @param ages of running statements, in seconds
     */
    static Lognormal fromAges(double mean, List<Double> ages) {
        Map<Double, Integer> counts = new TreeMap<>();
        for (double age : ages) {
            counts.merge(
                    Math.exp(Math.rint(STEPS_OF_AGE * Math.log(Math.max(LEAST_AGE, age))) / STEPS_OF_AGE),
                    1,
                    Integer::sum);
        }
        return best(mean, law -> {
            double sum = 0;
            for (Map.Entry<Double, Integer> age : counts.entrySet()) {
                sum += age.getValue() * Math.log(Math.max(1e-12, law.beyond(age.getKey())));
            }
            return sum;
        });
    }

    /**
     * The lognormal law with this mean of which so many draws have this as their longest.
     *
     * @param count of draws
     */
    static Lognormal fromLongest(double mean, double longest, double count) {
        return best(mean, law -> -Math.abs(Math.log(law.beyond(longest) * count) - Math.log(Math.log(2))));
    }

    static Lognormal withMean(double mean, double sigma) {
        return new Lognormal(Math.log(mean) - sigma * sigma / 2, sigma);
    }

    private interface Score {
        double of(Lognormal law);
    }

    /** Over a grid, then between its best points. */
    private static Lognormal best(double mean, Score score) {
        double best = LEAST;
        double found = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double sigma = LEAST + (MOST - LEAST) * i / STEPS;
            double value = score.of(withMean(mean, sigma));
            if (value > found) {
                found = value;
                best = sigma;
            }
        }
        double width = (MOST - LEAST) / STEPS;
        double low = Math.max(LEAST, best - width);
        double high = Math.min(MOST, best + width);
        for (int i = 0; i < 14; i++) {
            double a = low + (high - low) / 3;
            double b = high - (high - low) / 3;
            if (score.of(withMean(mean, a)) >= score.of(withMean(mean, b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return withMean(mean, (low + high) / 2);
    }
}
