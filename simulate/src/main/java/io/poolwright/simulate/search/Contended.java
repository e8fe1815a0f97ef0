package io.poolwright.simulate.search;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;

/** The database's processors when several statements want them: how much work gets done at once. */
final class Contended {
    /** Beyond this many statements at once no database is asked here. */
    private static final int MOST = 10_000;

    private Contended() {}

    /**
     * The most core-seconds a second that it ever gets done with up to {@code statements} at work: the peak of
     * φ(n) = min(n, c) / (1 + α(n − 1) + β·max(0, n − c)·n/c).
     */
    static double peak(StackModel model, double statements) {
        double best = 0;
        int most = (int) Math.min(MOST, Math.max(1, statements));
        for (int n = 1; n <= most; n++) {
            double work = work(model, n);
            if (work > best) {
                best = work;
            } else if (work < best / 2) {
                break;
            }
        }
        return best;
    }

    private static double work(StackModel model, int n) {
        double cores = model.get(Parameter.DB_CORES);
        double alpha = model.get(Parameter.DB_ALPHA);
        double beta = model.get(Parameter.DB_BETA);
        double beyond = n > cores ? beta * (n - cores) * n / cores : 0;
        return Math.min(n, cores) / (1 + alpha * (n - 1) + beyond);
    }
}
