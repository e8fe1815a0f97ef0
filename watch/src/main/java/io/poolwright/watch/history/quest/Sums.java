package io.poolwright.watch.history.quest;

import io.poolwright.model.live.Measures;
import java.util.Arrays;

/** Measures added up over some looks: of each, how often it was known, its mean and its highest value. */
final class Sums {
    private final double[] sums = new double[Measures.COUNT];
    private final double[] highest = new double[Measures.COUNT];
    private final int[] known = new int[Measures.COUNT];
    private int looks;

    Sums() {
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /** One more look. */
    void look() {
        looks++;
    }

    /** One column's value in some looks; NaN adds nothing. */
    void add(int column, double mean, double most, int times) {
        if (Double.isNaN(mean)) {
            return;
        }
        sums[column] += mean * times;
        highest[column] = Math.max(highest[column], most);
        known[column] += times;
    }

    void add(Sums other) {
        looks += other.looks;
        for (int column = 0; column < Measures.COUNT; column++) {
            if (other.known[column] > 0) {
                sums[column] += other.sums[column];
                highest[column] = Math.max(highest[column], other.highest[column]);
                known[column] += other.known[column];
            }
        }
    }

    int looks() {
        return looks;
    }

    /** NaN when it was never known. */
    double mean(int column) {
        return known[column] == 0 ? Double.NaN : sums[column] / known[column];
    }

    /** NaN when it was never known. */
    double highest(int column) {
        return known[column] == 0 ? Double.NaN : highest[column];
    }
}
