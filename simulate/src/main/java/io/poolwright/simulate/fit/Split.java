package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Capped;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Empirical;
import io.poolwright.queueing.law.Exponential;
import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.queueing.law.Mixture;
import io.poolwright.queueing.law.Uniform;

/**
 * The time that a request holds a connection, in a part that is work for a processor of the database and one that is not.
 *
 * <p>The two are drawn apart from each other, so the larger part keeps the spread and the smaller is the same for all: the sum
 * then has the tail that was measured.
 *
 * @param cpu work for a processor, in core-seconds
 * @param rest everything else, in seconds
 */
record Split(Law cpu, Law rest) {
    private static final int POINTS = 150;

    /**
     * @param hold the whole
     * @param onCpu mean of the part that is work, in seconds; 0 up to the mean
     */
    static Split of(Law hold, double onCpu) {
        double mean = hold.mean();
        double part = Math.min(mean, Math.max(0, onCpu));
        if (part <= 0) {
            return new Split(Constant.ZERO, hold);
        }
        if (part >= mean) {
            return new Split(hold, Constant.ZERO);
        }
        return part < mean / 2
                ? new Split(new Constant(part), less(hold, part))
                : new Split(less(hold, mean - part), new Constant(mean - part));
    }

    /** The law without a constant part, as far as it has one: never below 0, and its mean less exactly that. */
    private static Law less(Law law, double constant) {
        double[] probabilities = new double[POINTS + 1];
        double[] values = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            // Points lie closer the nearer the tail.
            double left = Math.pow(1 - (double) i / POINTS, 3);
            probabilities[i] = i == POINTS ? 1 : 1 - left;
            double value = i == 0 ? 0 : law.quantile(i == POINTS ? 1 - 1e-9 : probabilities[i]);
            values[i] = Math.max(i == 0 ? 0 : values[i - 1], Math.max(0, value - constant));
        }
        Empirical rest = Empirical.of(probabilities, values);
        return rest.mean() > 0 ? rest.scaled((law.mean() - constant) / rest.mean()) : rest;
    }

    /** What kind of law it is, for people. */
    static String named(Law law) {
        if (law instanceof Lognormal) {
            return "lognormal";
        }
        if (law instanceof Mixture) {
            return "a mixture of two";
        }
        if (law instanceof Empirical) {
            return "as measured";
        }
        return law instanceof Exponential
                ? "exponential"
                : law instanceof Uniform ? "uniform" : law instanceof Capped ? "cut off" : "constant";
    }
}
