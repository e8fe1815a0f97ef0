package io.poolwright.simulate.compare;

import java.util.random.RandomGenerator;

/**
 * A series cut into blocks that are drawn again and again: what another measurement of the same length might have shown.
 *
 * <p>A block is longer than the series remembers, so that what belongs together stays together. The blocks may begin anywhere and
 * run on from the end to the beginning. Source: Politis and Romano, A circular block-resampling procedure (1992).
 */
final class Blocks {
    private final int seconds;
    private final int length;
    /** Sums of all seconds before each one; two rounds, so that a block may run over the end. */
    private final long[] offered;

    private final long[] good;
    private final long[][] times;
    /** The bins that hold anything lie from here to before there. */
    private final int first;

    private final int end;

    Blocks(Series series, int length) {
        this.seconds = series.length();
        this.length = length;
        int rounds = seconds + length;
        this.offered = new long[rounds + 1];
        this.good = new long[rounds + 1];
        this.times = new long[rounds + 1][Bins.COUNT];
        for (int i = 0; i < rounds; i++) {
            Series.Second second = series.second(i % seconds);
            offered[i + 1] = offered[i] + second.offered();
            good[i + 1] = good[i] + second.good();
            for (int bin = 0; bin < Bins.COUNT; bin++) {
                times[i + 1][bin] = times[i][bin] + second.times(bin);
            }
        }
        int lowest = 0;
        int highest = Bins.COUNT;
        while (lowest < highest && times[rounds][lowest] == 0) {
            lowest++;
        }
        while (highest > lowest && times[rounds][highest - 1] == 0) {
            highest--;
        }
        this.first = lowest;
        this.end = highest;
    }

    /** What the series itself shows. */
    Figures all() {
        return figures(offered[seconds], good[seconds], times[seconds]);
    }

    /** What another one might. */
    Figures drawn(RandomGenerator random) {
        long allOffered = 0;
        long allGood = 0;
        long[] allTimes = new long[Bins.COUNT];
        int blocks = (int) Math.ceil(seconds / (double) length);
        for (int block = 0; block < blocks; block++) {
            int from = random.nextInt(seconds);
            int to = from + length;
            allOffered += offered[to] - offered[from];
            allGood += good[to] - good[from];
            long[] before = times[from];
            long[] after = times[to];
            for (int bin = first; bin < end; bin++) {
                allTimes[bin] += after[bin] - before[bin];
            }
        }
        return figures(allOffered, allGood, allTimes);
    }

    private static Figures figures(long offered, long good, long[] times) {
        return new Figures(
                offered == 0 ? Double.NaN : Math.min(1, good / (double) offered),
                Bins.percentile(times, 50),
                Bins.percentile(times, 95),
                Bins.percentile(times, 99));
    }
}
