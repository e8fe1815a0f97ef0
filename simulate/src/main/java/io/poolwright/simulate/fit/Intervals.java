package io.poolwright.simulate.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Times, counted in intervals from 0. What reached a limit that cuts times off is only known to have been at least as long:
 * with one limit for all the Kaplan–Meier estimate is the plain share below it, and nothing is said beyond.
 *
 * @param bounds upper ends in seconds, rising; the last is infinite when times were cut off or are above the last bound
 * @param counts in each
 * @param cut above which nothing is known, in seconds; infinite when nothing was cut off
 */
record Intervals(List<Double> bounds, List<Double> counts, double cut) {
    Intervals {
        bounds = List.copyOf(bounds);
        counts = List.copyOf(counts);
    }

    /**
     * @param limit at which times are cut off, in seconds; infinite for none
     * @param longest time that was seen, in seconds; NaN when that is not known
     */
    static Intervals of(Histogram histogram, double limit, double longest) {
        List<Double> bounds = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        double open = histogram.beyond();
        double last = 0;
        double cut = Double.POSITIVE_INFINITY;
        for (int i = 0; i < histogram.upTo().size(); i++) {
            double bound = histogram.upTo().get(i);
            if (bound >= limit || cut < Double.POSITIVE_INFINITY) {
                // The interval in which the limit lies holds both ended and cut ones: it counts as cut.
                open += histogram.counts().get(i);
                cut = Math.min(cut, last);
            } else {
                bounds.add(bound);
                counts.add(histogram.counts().get(i));
                last = bound;
            }
        }
        if (cut == Double.POSITIVE_INFINITY && histogram.beyond() > 0) {
            boolean seen = longest > last;
            bounds.add(seen ? longest : Double.POSITIVE_INFINITY);
            counts.add(histogram.beyond());
            return new Intervals(bounds, counts, seen ? Double.POSITIVE_INFINITY : last);
        }
        if (open > 0 && cut < Double.POSITIVE_INFINITY) {
            bounds.add(Double.POSITIVE_INFINITY);
            counts.add(open);
            return new Intervals(bounds, counts, cut);
        }
        return new Intervals(bounds, counts, Double.POSITIVE_INFINITY);
    }

    double total() {
        return counts.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Share that was cut off. */
    double cutShare() {
        return cut < Double.POSITIVE_INFINITY ? counts.get(counts.size() - 1) / total() : 0;
    }

    /** Share seen above a bound. */
    double beyond(int bound) {
        double sum = 0;
        for (int i = bound + 1; i < counts.size(); i++) {
            sum += counts.get(i);
        }
        return sum / total();
    }
}
