package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Law;
import io.poolwright.queueing.law.Lognormal;
import io.poolwright.queueing.law.Mixture;

/**
 * Fits one lognormal law, or a mixture of two, to counted intervals of which the last may be open: what was cut off is only
 * known to have been longer.
 *
 * <p>Expectation–maximisation of the grouped likelihood: each count is spread over its interval as the law so far would have
 * it, and the law becomes that spread's. Source: G. J. McLachlan and P. N. Jones, Fitting mixture models to grouped and
 * truncated data via the EM algorithm, Biometrics 44 (1988).
 */
final class Mixing {
    private static final int ROUNDS = 120;
    private static final double LEAST_SIGMA = 0.03;
    private static final double SETTLED = 1e-7;

    private final double[] low;
    private final double[] high;
    private final double[] counts;
    private final double all;

    private double[] share;
    private double[] mu;
    private double[] sigma;

    private Mixing(Intervals data) {
        int size = data.counts().size();
        low = new double[size];
        high = new double[size];
        counts = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            low[i] = i == 0 ? Double.NEGATIVE_INFINITY : Math.log(data.bounds().get(i - 1));
            high[i] = Math.log(data.bounds().get(i));
            counts[i] = data.counts().get(i);
            sum += counts[i];
        }
        all = sum;
        share = new double[0];
        mu = share;
        sigma = share;
    }

    /** The most likely lognormal law. */
    static Lognormal one(Intervals data) {
        Mixing fit = new Mixing(data);
        double[] start = fit.moments(0, fit.counts.length);
        fit.share = new double[] {1};
        fit.mu = new double[] {start[0]};
        fit.sigma = new double[] {start[1]};
        fit.run();
        return new Lognormal(fit.mu[0], fit.sigma[0]);
    }

    /** The most likely mixture of two, from the best of some ways to cut the data in two. */
    static Law two(Intervals data) {
        Mixing best = new Mixing(data);
        double likelihood = Double.NEGATIVE_INFINITY;
        for (double cut : new double[] {0.7, 0.97}) {
            Mixing fit = new Mixing(data);
            if (fit.start(cut)) {
                fit.run();
                double now = fit.likelihood();
                if (now > likelihood) {
                    likelihood = now;
                    best = fit;
                }
            }
        }
        if (best.mu.length < 2) {
            return one(data);
        }
        Lognormal first = new Lognormal(best.mu[0], best.sigma[0]);
        Lognormal second = new Lognormal(best.mu[1], best.sigma[1]);
        return best.share[1] <= 0.5
                ? new Mixture(first, second, best.share[1])
                : new Mixture(second, first, best.share[0]);
    }

    private boolean start(double cut) {
        double sum = 0;
        int at = 0;
        while (at < counts.length && sum + counts[at] <= cut * all) {
            sum += counts[at++];
        }
        if (at == 0 || at >= counts.length) {
            return false;
        }
        double[] left = moments(0, at);
        double[] right = moments(at, counts.length);
        share = new double[] {sum / all, 1 - sum / all};
        mu = new double[] {left[0], right[0]};
        sigma = new double[] {left[1], right[1]};
        return sum > 0 && sum < all;
    }

    /** Mean and spread of the logarithm, each interval at its middle. */
    private double[] moments(int from, int to) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = from; i < to; i++) {
            double middle = middle(i);
            sum += counts[i];
            first += counts[i] * middle;
            second += counts[i] * middle * middle;
        }
        double mean = sum > 0 ? first / sum : 0;
        double variance = sum > 0 ? second / sum - mean * mean : 1;
        return new double[] {mean, Math.max(0.1, Math.sqrt(Math.max(0, variance)))};
    }

    private double middle(int i) {
        if (Double.isInfinite(low[i])) {
            return high[i] - 0.7;
        }
        return Double.isInfinite(high[i]) ? low[i] + 0.3 : (low[i] + high[i]) / 2;
    }

    private void run() {
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            step();
            if (round % 10 == 9) {
                double now = likelihood();
                if (now - before < SETTLED * all) {
                    return;
                }
                before = now;
            }
        }
    }

    private void step() {
        int laws = mu.length;
        double[] weight = new double[laws];
        double[] first = new double[laws];
        double[] second = new double[laws];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                continue;
            }
            double sum = 0;
            double[][] spread = new double[laws][];
            for (int k = 0; k < laws; k++) {
                spread[k] = Truncated.moments(mu[k], sigma[k], low[i], high[i]);
                sum += share[k] * spread[k][0];
            }
            for (int k = 0; k < laws; k++) {
                double part = sum > 0 ? counts[i] * share[k] * spread[k][0] / sum : counts[i] / laws;
                weight[k] += part;
                first[k] += part * spread[k][1];
                second[k] += part * spread[k][2];
            }
        }
        for (int k = 0; k < laws; k++) {
            share[k] = weight[k] / all;
            if (weight[k] > 1e-9 * all) {
                mu[k] = first[k] / weight[k];
                sigma[k] = Math.max(LEAST_SIGMA, Math.sqrt(Math.max(0, second[k] / weight[k] - mu[k] * mu[k])));
            }
        }
    }

    private double likelihood() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double probability = 0;
                for (int k = 0; k < mu.length; k++) {
                    probability += share[k] * Truncated.moments(mu[k], sigma[k], low[i], high[i])[0];
                }
                sum += counts[i] * Math.log(Math.max(1e-300, probability));
            }
        }
        return sum;
    }
}
