package io.poolwright.simulate.fit;

import io.poolwright.model.TimerBuckets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many events fell between the bounds of a histogram.
 *
 * @param upTo bounds in seconds, rising
 * @param counts events above the bound before and up to this one
 * @param beyond events above the last bound
 */
record Histogram(List<Double> upTo, List<Double> counts, double beyond) {
    Histogram {
        upTo = List.copyOf(upTo);
        counts = List.copyOf(counts);
    }

    /** What came between two looks; empty when the bounds changed or a count went back. */
    static Optional<Histogram> between(TimerBuckets before, TimerBuckets after, long all) {
        if (!before.upTo().equals(after.upTo())) {
            return Optional.empty();
        }
        int size = after.upTo().size();
        double last = 0;
        Double[] counts = new Double[size];
        for (int i = 0; i < size; i++) {
            double until = (double) after.counts().get(i) - before.counts().get(i);
            if (until < last) {
                return Optional.empty();
            }
            counts[i] = until - last;
            last = until;
        }
        return Optional.of(new Histogram(after.upTo(), List.of(counts), Math.max(0, all - last)));
    }

    /** Both together; bounds of either count. */
    Histogram plus(Histogram other) {
        if (!upTo.equals(other.upTo)) {
            TreeMap<Double, Double> all = new TreeMap<>();
            for (Histogram one : List.of(this, other)) {
                for (int i = 0; i < one.upTo.size(); i++) {
                    all.merge(one.upTo.get(i), one.counts.get(i), Double::sum);
                }
            }
            return new Histogram(List.copyOf(all.keySet()), List.copyOf(all.values()), beyond + other.beyond);
        }
        Double[] sum = new Double[counts.size()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = counts.get(i) + other.counts.get(i);
        }
        return new Histogram(upTo, List.of(sum), beyond + other.beyond);
    }

    double total() {
        double sum = beyond;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }
}
