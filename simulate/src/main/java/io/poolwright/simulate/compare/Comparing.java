package io.poolwright.simulate.compare;

import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Compares two measurements by drawing blocks of each again and again.
 *
 * <p>Each of the four figures has an interval of 99 %, so that all four hold in at least 96 of 100 comparisons.
 *
 * @param share goodput lower by less than this share of the requests does not matter
 * @param ratio a percentile longer by less than this share of itself does not matter
 * @param seed of the drawing
 */
public record Comparing(double share, double ratio, long seed) {
    /** Half a per cent of the requests, ten per cent of a percentile. */
    public static final Comparing USUAL = new Comparing(0.005, 0.1, 1);

    private static final int DRAWN = 1000;
    /** What lies outside the interval at either end. */
    private static final double OUTSIDE = 0.005;
    /** Fewest blocks from which an interval can be believed. */
    private static final int FEWEST = 10;

    private static final int SHORTEST_BLOCK = 5;
    /** Requests a second that differ by more are not the same load. */
    private static final double LOAD = 0.1;

    public Comparing {
        if (!(share > 0 && share < 1) || !(ratio > 0)) {
            throw new IllegalArgumentException(
                    "what does not matter is a share above 0 and below 1, and a ratio above 0; had %s and %s"
                            .formatted(share, ratio));
        }
    }

    /** What the second shows beside the first. */
    public Comparison of(Series before, Series after) {
        int block = blockLength(before, after);
        int needed = FEWEST * block;
        List<String> notes = new ArrayList<>();
        double load = after.rate() / before.rate() - 1;
        if (Math.abs(load) > LOAD) {
            notes.add("not the same load: %s/s before, %s/s after"
                    .formatted(Numbers.plain(before.rate()), Numbers.plain(after.rate())));
        }
        if (Math.min(before.length(), after.length()) < needed) {
            notes.add(
                    "%d s before and %d s after are too few: what happens in one second goes on for up to %d s, so at least %d s of each are needed"
                            .formatted(before.length(), after.length(), block, needed));
            return new Comparison(Difference.TOO_LITTLE_DATA, List.of(), block, notes);
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Blocks first = new Blocks(before, block);
        Blocks second = new Blocks(after, block);
        Figures[] firsts = new Figures[DRAWN];
        Figures[] seconds = new Figures[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            firsts[i] = first.drawn(random);
            seconds[i] = second.drawn(random);
        }
        int length = Math.min(before.length(), after.length());
        List<Compared> figures = new ArrayList<>();
        figures.add(goodShare(first.all(), second.all(), firsts, seconds, length));
        time("p50", Figures::p50, first.all(), second.all(), firsts, seconds, length, figures);
        time("p95", Figures::p95, first.all(), second.all(), firsts, seconds, length, figures);
        time("p99", Figures::p99, first.all(), second.all(), firsts, seconds, length, figures);
        return new Comparison(together(figures), figures, block, notes);
    }

    private Compared goodShare(Figures before, Figures after, Figures[] firsts, Figures[] seconds, int length) {
        double[] drawn = new double[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            drawn[i] = seconds[i].goodShare() - firsts[i].goodShare();
        }
        double change = after.goodShare() - before.goodShare();
        // Turned round, so that more is worse, as it is for times.
        Judged judged = judge(-change, -high(drawn), -low(drawn), share, length);
        return new Compared(
                "good",
                before.goodShare(),
                after.goodShare(),
                change,
                low(drawn),
                high(drawn),
                judged.difference,
                judged.needed,
                "answered well: %s before, %s after; the difference is between %s and %s points%s"
                        .formatted(
                                Numbers.percent(before.goodShare()),
                                Numbers.percent(after.goodShare()),
                                Numbers.plain(100 * low(drawn)),
                                Numbers.plain(100 * high(drawn)),
                                judged.suffix()));
    }

    private void time(
            String name,
            ToDoubleFunction<Figures> figure,
            Figures before,
            Figures after,
            Figures[] firsts,
            Figures[] seconds,
            int length,
            List<Compared> figures) {
        double first = figure.applyAsDouble(before);
        double second = figure.applyAsDouble(after);
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return;
        }
        double[] drawn = new double[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            double ratioDrawn = figure.applyAsDouble(seconds[i]) / figure.applyAsDouble(firsts[i]) - 1;
            drawn[i] = Double.isNaN(ratioDrawn) ? 0 : ratioDrawn;
        }
        double change = second / first - 1;
        Judged judged = judge(change, low(drawn), high(drawn), ratio, length);
        figures.add(new Compared(
                name,
                first,
                second,
                change,
                low(drawn),
                high(drawn),
                judged.difference,
                judged.needed,
                "%s: %s before, %s after; the difference is between %s %% and %s %%%s"
                        .formatted(
                                name,
                                Numbers.seconds(first),
                                Numbers.seconds(second),
                                Numbers.plain(100 * low(drawn)),
                                Numbers.plain(100 * high(drawn)),
                                judged.suffix())));
    }

    private record Judged(Difference difference, OptionalInt needed) {
        String suffix() {
            return difference == Difference.TOO_LITTLE_DATA
                    ? "; about %d s of each would tell".formatted(needed.orElse(0))
                    : "";
        }
    }

    /** What an interval shows, more being worse. */
    private static Judged judge(double change, double low, double high, double matters, int length) {
        if (low > 0 && change >= matters) {
            return new Judged(Difference.REGRESSION, OptionalInt.empty());
        }
        if (high < 0 && change <= -matters) {
            return new Judged(Difference.IMPROVEMENT, OptionalInt.empty());
        }
        if (high <= matters || low > 0) {
            return new Judged(Difference.NO_DIFFERENCE, OptionalInt.empty());
        }
        double half = Math.max(high - change, change - low);
        double longer = Math.max(1.1, Math.pow(half / matters, 2));
        return new Judged(Difference.TOO_LITTLE_DATA, OptionalInt.of((int) Math.min(1e6, Math.ceil(length * longer))));
    }

    private static Difference together(List<Compared> figures) {
        for (Difference difference :
                List.of(Difference.REGRESSION, Difference.TOO_LITTLE_DATA, Difference.IMPROVEMENT)) {
            if (figures.stream().anyMatch(figure -> figure.difference() == difference)) {
                return difference;
            }
        }
        return Difference.NO_DIFFERENCE;
    }

    private static int blockLength(Series before, Series after) {
        double memory = Math.max(Autocorrelation.time(before.badness()), Autocorrelation.time(after.badness()));
        return (int) Math.max(SHORTEST_BLOCK, Math.ceil(2 * memory));
    }

    private static double low(double[] drawn) {
        return sorted(drawn)[(int) Math.floor(OUTSIDE * (drawn.length - 1))];
    }

    private static double high(double[] drawn) {
        return sorted(drawn)[(int) Math.ceil((1 - OUTSIDE) * (drawn.length - 1))];
    }

    private static double[] sorted(double[] drawn) {
        double[] copy = drawn.clone();
        Arrays.sort(copy);
        return copy;
    }
}
