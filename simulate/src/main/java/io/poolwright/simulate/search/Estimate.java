package io.poolwright.simulate.search;

import java.util.Arrays;

/**
 * A figure and how sure it is: its mean over independent runs, and where the true mean lies in 95 of 100 such experiments.
 *
 * @param mean in the figure's unit
 * @param low lower end; minus infinity when a single run says nothing of the spread
 * @param high upper end; plus infinity likewise
 */
public record Estimate(double mean, double low, double high) {
    public Estimate {
        if (Double.isNaN(mean) || !(low <= mean) || !(mean <= high)) {
            throw new IllegalArgumentException(
                    "an estimate lies in its interval; had %s in %s to %s".formatted(mean, low, high));
        }
    }

    /**
     * From independent observations, by Student's t.
     *
     * @param values at least one
     */
    public static Estimate of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("an estimate needs at least one value");
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        if (values.length == 1) {
            return new Estimate(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double half = StudentT.quantile(values.length - 1) * error;
        return new Estimate(mean, mean - half, mean + half);
    }

    /**
     * Where one more observation of the same kind would lie, 95 times in 100: wider than where their mean lies.
     *
     * @param values at least one
     */
    public static Estimate next(double... values) {
        Estimate mean = of(values);
        double wider = Math.sqrt(values.length + 1.0);
        double half = values.length == 1 ? Double.POSITIVE_INFINITY : (mean.high() - mean.mean()) * wider;
        return new Estimate(mean.mean(), mean.mean() - half, mean.mean() + half);
    }

    /** The same, never below 0 and never above {@code most}: for shares and counts, whose interval must not leave their range. */
    public Estimate within(double least, double most) {
        double middle = Math.min(most, Math.max(least, mean));
        return new Estimate(middle, Math.min(middle, Math.max(least, low)), Math.max(middle, Math.min(most, high)));
    }

    /** Whether the interval has two ends. */
    public boolean bounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
