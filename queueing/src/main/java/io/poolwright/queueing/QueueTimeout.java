package io.poolwright.queueing;

/**
 * The M/M/c+D station: as M/M/c, but nobody waits longer than τ, as callers of a pool with an acquire timeout do.
 *
 * <p>Exact at any load. With d = λ − cμ the density of the wait ahead is proportional to e^(ds) on 0 … τ; what arrives to a
 * longer one leaves at τ. Source: F. Baccelli and G. Hebuterne, On queues with impatient customers (1981), for a patience
 * that is the same for all.
 *
 * @param timeouts probability that an arrival waits τ and leaves unserved
 * @param probabilityOfWait probability that an arrival finds every server busy; those that leave are counted
 * @param meanWait mean time in the queue, in seconds; those that leave are counted with τ, those that do not wait with 0
 * @param meanWaitServed mean time in the queue of those that are served, in seconds
 */
public record QueueTimeout(double timeouts, double probabilityOfWait, double meanWait, double meanWaitServed) {
    /** Below this the exact quotient loses more digits to cancellation than the series leaves out. */
    private static final double SMALL = 0.5;

    /**
     * The station in the long run, which it reaches at any load.
     *
     * @param rate arrivals λ, in 1/s; more than 0
     * @param serviceTime 1/μ, in seconds
     * @param servers c
     * @param timeout τ, in seconds; 0 for a loss system
     */
    public static QueueTimeout of(double rate, double serviceTime, int servers, double timeout) {
        Given.positive("rate", rate);
        Given.positive("serviceTime", serviceTime);
        Given.atLeast(1, "servers", servers);
        Given.notNegative("timeout", timeout);
        double capacity = servers / serviceTime;
        double drift = rate - capacity;
        double grown = drift * timeout;
        // In overload everything is divided by e^(dτ), which would overflow, and the integrals run from the other end.
        boolean over = grown > 0;
        double end = over ? 1 : Math.exp(grown);
        double near = -Math.abs(grown);
        double waits = growth(near);
        double weighted = over ? waits - weightedGrowth(near) : weightedGrowth(near);
        double idle = (over ? Math.exp(-grown) : 1) / ErlangB.blocking(rate * serviceTime, servers - 1);
        double waiting = timeout * waits + end / capacity;
        double waited = timeout * timeout * weighted + timeout * end / capacity;
        double all = idle + rate * waiting;
        // 1 + dJ, which is (λ/cμ)e^(dτ).
        double timeouts = end * rate / capacity / all;
        double meanWait = rate * waited / all;
        double served = (meanWait - timeout * timeouts) / (1 - timeouts);
        return new QueueTimeout(timeouts, rate * waiting / all, meanWait, Math.max(0, served));
    }

    /** ∫ e^(xu) du over 0 … 1. */
    private static double growth(double x) {
        return Math.abs(x) < 1e-12 ? 1 : Math.expm1(x) / x;
    }

    /** ∫ u·e^(xu) du over 0 … 1. */
    private static double weightedGrowth(double x) {
        if (Math.abs(x) >= SMALL) {
            return (x * Math.exp(x) - Math.expm1(x)) / (x * x);
        }
        double sum = 0;
        double term = 1; // x^k / k!
        for (int k = 0; k < 16; k++) {
            sum += term / (k + 2);
            term *= x / (k + 1);
        }
        return sum;
    }
}
