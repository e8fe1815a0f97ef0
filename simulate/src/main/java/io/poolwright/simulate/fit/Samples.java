package io.poolwright.simulate.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What other stretches of the same length might have shown: blocks of looks drawn with replacement, since neighbours are alike.
 *
 * @param all what each drawing says
 */
record Samples(List<Estimates> all) {
    private static final int DRAWINGS = 200;
    private static final double MINUTE = 60;
    /** Length of a block, in seconds; of a recording of ten minutes or more it is a minute. */
    private static final double BLOCK = 5;

    Samples {
        all = List.copyOf(all);
    }

    static Samples of(List<Look> looks, Estimates.Frame frame, long seed) {
        List<List<Look>> blocks = blocks(looks);
        SplittableRandom random = new SplittableRandom(seed);
        List<Estimates> all = new ArrayList<>();
        for (int i = 0; i < DRAWINGS; i++) {
            List<Look> drawn = new ArrayList<>();
            for (int j = 0; j < blocks.size(); j++) {
                drawn.addAll(blocks.get(random.nextInt(blocks.size())));
            }
            if (new Sums(drawn).total(look -> look.pool().returns()) > 0) {
                all.add(Estimates.of(drawn, frame));
            }
        }
        return new Samples(all);
    }

    private static List<List<Look>> blocks(List<Look> looks) {
        double length = new Sums(looks).seconds() >= 10 * MINUTE ? MINUTE : BLOCK;
        List<List<Look>> blocks = new ArrayList<>();
        double filled = length;
        for (Look look : looks) {
            if (filled >= length) {
                blocks.add(new ArrayList<>());
                filled = 0;
            }
            blocks.get(blocks.size() - 1).add(look);
            filled += look.seconds();
        }
        return blocks;
    }

    /** Ends of the 95 % interval of a figure; NaN when no drawing tells it. */
    double[] interval(ToDoubleFunction<Estimates> figure) {
        double[] sorted = figures(figure);
        if (sorted.length == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Arrays.sort(sorted);
        return new double[] {
            sorted[(int) Math.floor(0.025 * (sorted.length - 1))], sorted[(int) Math.ceil(0.975 * (sorted.length - 1))]
        };
    }

    /** Standard error of a figure; NaN when no drawing tells it. */
    double error(ToDoubleFunction<Estimates> figure) {
        double[] values = figures(figure);
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Math.sqrt(Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(Double.NaN));
    }

    private double[] figures(ToDoubleFunction<Estimates> figure) {
        return all.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
    }
}
