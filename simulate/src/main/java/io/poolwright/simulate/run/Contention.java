package io.poolwright.simulate.run;

import java.util.function.IntToDoubleFunction;

/**
 * φ(n): the work that n statements get done a second, in seconds of one processor.
 *
 * <p>φ(n) = min(n, c) / (1 + α(n − 1) + β·max(0, n − c)·n/c), with ten times β beyond the cliff; over the factor by which the
 * database is slow.
 *
 * @param cores c
 * @param alpha α
 * @param beta β
 * @param cliff n beyond which memory runs out
 * @param slow how many times slower it all is
 */
record Contention(double cores, double alpha, double beta, double cliff, double slow) implements IntToDoubleFunction {
    static final Contention NONE = new Contention(Double.POSITIVE_INFINITY, 0, 0, Double.POSITIVE_INFINITY, 1);

    @Override
    public double applyAsDouble(int n) {
        double crowd = n > cores ? beta * (n - cores) * n / cores : 0;
        double thrash = n > cliff ? 10 * beta * (n - cliff) * n / cliff : 0;
        return Math.min(n, cores) / (1 + alpha * (n - 1) + crowd + thrash) / slow;
    }
}
