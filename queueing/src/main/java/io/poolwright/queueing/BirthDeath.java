package io.poolwright.queueing;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How many are inside, in the long run, when the number rises and falls by one.
 *
 * <p>p(n) ∝ ∏ birth(i − 1)/death(i) over i = 1 … n. Kept as logarithms until the end, so that no load overflows it.
 */
final class BirthDeath {
    /** What is left out at the end weighs less than 10⁻¹⁷ of the heaviest state. */
    private static final double NEGLIGIBLE = 40;

    /** States that fit in memory without notice; a walk that needs more has been given something close to unstable. */
    private static final int MOST_STATES = 5_000_000;

    private BirthDeath() {}

    /** Probabilities of 0 … {@code most}. */
    static double[] upTo(int most, IntToDoubleFunction birth, IntToDoubleFunction death) {
        double[] weights = new double[most + 1];
        for (int n = 1; n <= most; n++) {
            weights[n] = weights[n - 1] + Math.log(birth.applyAsDouble(n - 1)) - Math.log(death.applyAsDouble(n));
        }
        return normalised(weights, most + 1);
    }

    /**
     * Probabilities of 0, 1, 2 … until the rest is negligible.
     *
     * @param settled from which number on the ratio of birth to death does not rise any more
     */
    static double[] unlimited(int settled, IntToDoubleFunction birth, IntToDoubleFunction death) {
        double[] weights = new double[1024];
        double heaviest = 0;
        for (int n = 1; n < MOST_STATES; n++) {
            if (n == weights.length) {
                weights = Arrays.copyOf(weights, 2 * n);
            }
            double ratio = birth.applyAsDouble(n - 1) / death.applyAsDouble(n);
            weights[n] = weights[n - 1] + Math.log(ratio);
            heaviest = Math.max(heaviest, weights[n]);
            // What follows is at most a geometric series of this ratio.
            if (n > settled && ratio < 1 && weights[n] - Math.log1p(-ratio) < heaviest - NEGLIGIBLE) {
                return normalised(weights, n + 1);
            }
        }
        throw new IllegalArgumentException(
                "the queue grows past %d: the load is at the capacity, or patience has no end".formatted(MOST_STATES));
    }

    static double mean(double[] probabilities, IntToDoubleFunction value) {
        double sum = 0;
        for (int n = 0; n < probabilities.length; n++) {
            sum += probabilities[n] * value.applyAsDouble(n);
        }
        return sum;
    }

    private static double[] normalised(double[] logarithms, int length) {
        double heaviest = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < length; n++) {
            heaviest = Math.max(heaviest, logarithms[n]);
        }
        double[] weights = new double[length];
        double sum = 0;
        for (int n = 0; n < length; n++) {
            weights[n] = Math.exp(logarithms[n] - heaviest);
            sum += weights[n];
        }
        for (int n = 0; n < length; n++) {
            weights[n] /= sum;
        }
        return weights;
    }
}
