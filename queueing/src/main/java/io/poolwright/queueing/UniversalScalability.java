package io.poolwright.queueing;

/**
 * The Universal Scalability Law: X(n) = γn/(1 + α(n − 1) + βn(n − 1)).
 *
 * <p>A curve fitted to what was measured, not a law of nature; say nothing from it far outside the measured n. Source: N. J.
 * Gunther, Guerrilla Capacity Planning (2007).
 *
 * @param single γ, throughput with one at work, in 1/s
 * @param contention α, share of the work that only one can do at a time, from 0 to 1
 * @param coherency β, cost of each pair's agreement; 0 or more
 */
public record UniversalScalability(double single, double contention, double coherency) {
    /** Refuses a throughput of nothing, a share over 1 and a cost below 0. */
    public UniversalScalability {
        Given.positive("single", single);
        Given.probability("contention", contention);
        Given.notNegative("coherency", coherency);
    }

    /**
     * Throughput with so many at work.
     *
     * @param number n
     * @return in 1/s
     */
    public double throughput(double number) {
        if (Given.notNegative("number", number) == 0) {
            return 0;
        }
        return single * number / (1 + contention * (number - 1) + coherency * number * (number - 1));
    }

    /** The number at which most is done: √((1 − α)/β); infinite when β is 0 and α less than 1. At least 1. */
    public double peak() {
        if (contention == 1) {
            return 1;
        }
        return Math.max(1, Math.sqrt((1 - contention) / coherency));
    }

    /** Throughput at the peak, in 1/s; γ/α when the peak is never reached, infinite when α is 0 too. */
    public double most() {
        double peak = peak();
        return Double.isInfinite(peak) ? single / contention : throughput(peak);
    }
}
