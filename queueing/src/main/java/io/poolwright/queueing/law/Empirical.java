package io.poolwright.queueing.law;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A law that was measured: its quantiles at known probabilities, straight lines between them. Immutable. */
public final class Empirical implements Law {
    private final double[] probabilities;
    private final double[] values;

    private Empirical(double[] probabilities, double[] values) {
        this.probabilities = probabilities;
        this.values = values;
    }

    /**
     * The law through these points.
     *
     * @param probabilities rising strictly from exactly 0 to exactly 1
     * @param values in seconds, one for each, never falling, 0 or more
     */
    public static Empirical of(double[] probabilities, double[] values) {
        int last = probabilities.length - 1;
        if (last < 1 || values.length != probabilities.length || probabilities[0] != 0 || probabilities[last] != 1) {
            throw new IllegalArgumentException(
                    "an empirical law needs as many values as probabilities, at least 2, from 0 to 1; had %s and %s"
                            .formatted(Arrays.toString(probabilities), Arrays.toString(values)));
        }
        for (int i = 0; i <= last; i++) {
            Checks.notNegative("value", values[i]);
            if (i > 0 && (!(probabilities[i] > probabilities[i - 1]) || values[i] < values[i - 1])) {
                throw new IllegalArgumentException("probabilities must rise and values must not fall; at %d had %s, %s"
                        .formatted(i, probabilities[i], values[i]));
            }
        }
        return new Empirical(probabilities.clone(), values.clone());
    }

    @Override
    public double draw(RandomGenerator random) {
        double u = random.nextDouble();
        int i = Arrays.binarySearch(probabilities, u);
        int left = i >= 0 ? Math.min(i, probabilities.length - 2) : -i - 2;
        double width = probabilities[left + 1] - probabilities[left];
        return values[left] + (values[left + 1] - values[left]) * (u - probabilities[left]) / width;
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += weight(i) * (values[i] + values[i - 1]) / 2;
        }
        return sum;
    }

    @Override
    public double secondMoment() {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            double a = values[i - 1];
            double b = values[i];
            sum += weight(i) * (a * a + a * b + b * b) / 3;
        }
        return sum;
    }

    @Override
    public double beyond(double t) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            double a = values[i - 1];
            double b = values[i];
            if (a > t) {
                sum += weight(i);
            } else if (b > t) {
                sum += weight(i) * (b - t) / (b - a);
            }
        }
        return sum;
    }

    @Override
    public double excess(double t) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            double a = values[i - 1];
            double b = values[i];
            if (a >= t) {
                sum += weight(i) * ((a + b) / 2 - t);
            } else if (b > t) {
                sum += weight(i) * (b - t) * (b - t) / (2 * (b - a));
            }
        }
        return sum;
    }

    @Override
    public Empirical scaled(double factor) {
        Checks.notNegative("factor", factor);
        return new Empirical(
                probabilities,
                Arrays.stream(values).map(value -> value * factor).toArray());
    }

    private double weight(int i) {
        return probabilities[i] - probabilities[i - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Empirical that
                && Arrays.equals(probabilities, that.probabilities)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(probabilities) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Empirical[%d points, mean %.6f s]".formatted(values.length, mean());
    }
}
