package io.poolwright.simulate.fit;

import io.poolwright.queueing.law.Lognormal;
import java.util.SplittableRandom;

/**
 * One row that a share of the requests changes, one after the other: a queue with one server.
 *
 * <p>With ρ the share of time that the row is held, L statements waiting for it and cv the spread of the time that it is held,
 * L = ρ²(1 + cv²) / (2(1 − ρ)) (Pollaczek and Khinchine). The spread is the one under which uses, waiting included, would be
 * distributed as they were counted.
 *
 * @param cv spread of the unhindered time in use
 */
record HotRow(double cv) {
    /** Fewer waiting than this, on average, are no queue worth a model (statements). */
    static final double QUEUE = 0.1;

    private static final double[] SPREADS = {0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.2, 1.6, 2.2};
    private static final int CUSTOMERS = 20_000;
    /** Waiting is never taken for more than this share of the time in use. */
    private static final double MOST = 0.95;

    /**
     * The spread that explains the counts best.
     *
     * @param uses as counted, waiting included
     * @param mean of them, in seconds
     * @param waiting statements that wait for the row, on average
     * @param rate requests a second
     */
    static HotRow of(Intervals uses, double mean, double waiting, double rate) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double cv : SPREADS) {
            double distance = new HotRow(cv).distance(uses, mean, waiting, rate);
            if (distance < least) {
                least = distance;
                best = cv;
            }
        }
        return new HotRow(best);
    }

    /** Share of the time in use that is waiting for the row. */
    static double waitingShare(double mean, double waiting, double rate) {
        return Math.min(MOST, waiting / rate / mean);
    }

    /** Share of the requests that change the row, when each uses its connection so long without waiting, in seconds. */
    double share(double unhindered, double waiting, double rate) {
        return Math.min(1, held(waiting) / (rate * unhindered));
    }

    /** The unhindered time in use. */
    Lognormal law(double unhindered) {
        return Lognormal.of(unhindered, cv);
    }

    private double held(double waiting) {
        double spread = 1 + cv * cv;
        return (-waiting + Math.sqrt(waiting * waiting + 2 * waiting * spread)) / spread;
    }

    /** One customer after the other (Lindley's recursion), and the largest difference of the two probabilities. */
    private double distance(Intervals uses, double mean, double waiting, double rate) {
        double unhindered = mean * (1 - waitingShare(mean, waiting, rate));
        Lognormal service = law(unhindered);
        double share = share(unhindered, waiting, rate);
        double[] counts = new double[uses.bounds().size()];
        SplittableRandom random = new SplittableRandom(1);
        double wait = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            double held = service.draw(random);
            boolean queues = random.nextDouble() < share;
            int at = 0;
            double use = queues ? wait + held : held;
            while (at < counts.length - 1 && uses.bounds().get(at) < use) {
                at++;
            }
            counts[at]++;
            wait = Math.max(0, (queues ? wait + held : wait) - random.nextExponential() / rate);
        }
        double worst = 0;
        double seen = 0;
        double made = 0;
        double total = uses.total();
        for (int i = 0; i < counts.length; i++) {
            seen += uses.counts().get(i) / total;
            made += counts[i] / CUSTOMERS;
            worst = Math.max(worst, Math.abs(seen - made));
        }
        return worst;
    }
}
