package io.poolwright.watch.view;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Which copy of a pool is unlike the others: by its distance from the median, in median absolute deviations.
 *
 * <p>Source of the line of 3.5 and the factor: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers (1993).
 */
final class Oddness {
    private static final double LINE = 3.5;
    private static final double TO_DEVIATIONS = 0.6745;
    /** Two copies cannot tell which of them is odd. */
    private static final int FEWEST = 3;

    /**
     * What copies are compared by.
     *
     * @param floor a difference that is never odd, however alike the others are
     */
    private record Aspect(Measure measure, String name, double floor, DoubleFunction<String> words) {}

    private static final List<Aspect> ASPECTS = List.of(
            new Aspect(Measure.TIMEOUTS, "timeouts", 0.05, Say::rate),
            new Aspect(Measure.WAIT_MEAN, "mean wait", 0.005, Say::time),
            new Aspect(Measure.USED, "used", 1, Say::number),
            new Aspect(Measure.USE_MEAN, "use time", 0.005, Say::time),
            new Aspect(Measure.THROUGHPUT, "throughput", 1, Say::rate),
            new Aspect(Measure.MAX, "limit", 0.5, Say::number));

    private Oddness() {}

    /** For each copy, in what it is odd; all copies in the order given. */
    static List<Optional<String>> of(List<TimeLine> copies) {
        List<Optional<String>> odd = new ArrayList<>();
        copies.forEach(copy -> odd.add(Optional.empty()));
        double[] furthest = new double[copies.size()];
        for (Aspect aspect : ASPECTS) {
            double[] values = copies.stream()
                    .map(copy -> copy.mean(aspect.measure()))
                    .mapToDouble(mean -> mean.orElse(Double.NaN))
                    .toArray();
            double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
            if (known.length < FEWEST) {
                continue;
            }
            double middle = median(known);
            double spread =
                    median(Arrays.stream(known).map(it -> Math.abs(it - middle)).toArray());
            double least = Math.max(aspect.floor(), 0.1 * Math.abs(middle));
            for (int i = 0; i < values.length; i++) {
                double off = Math.abs(values[i] - middle);
                double distance = TO_DEVIATIONS * off / Math.max(spread, least * TO_DEVIATIONS / LINE);
                if (off > least && distance > Math.max(LINE, furthest[i])) {
                    furthest[i] = distance;
                    odd.set(i, Optional.of(says(aspect, values[i], middle)));
                }
            }
        }
        return odd;
    }

    private static String says(Aspect aspect, double value, double middle) {
        return "%s %s, the others %s"
                .formatted(
                        aspect.name(),
                        aspect.words().apply(value),
                        aspect.words().apply(middle));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        OptionalDouble upper = OptionalDouble.of(sorted[sorted.length / 2]);
        return sorted.length % 2 == 1 ? upper.getAsDouble() : (sorted[sorted.length / 2 - 1] + upper.getAsDouble()) / 2;
    }
}
