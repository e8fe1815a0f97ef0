package io.poolwright.simulate.fit;

import java.util.Arrays;
import java.util.List;

/** How unevenly requests came. */
final class Traffic {
    private static final double MINUTE = 60;
    private static final int ENOUGH = 10;

    private Traffic() {}

    /** The busiest minute's requests a second; of a shorter recording, the busiest quarter's. 0 when nothing tells it. */
    static double peak(List<Look> looks) {
        List<Look> counted =
                looks.stream().filter(look -> !Double.isNaN(arrivals(look))).toList();
        double length = Math.min(MINUTE, new Sums(counted).seconds() / 4);
        double most = 0;
        double sum = 0;
        double seconds = 0;
        int from = 0;
        for (Look look : counted) {
            sum += arrivals(look);
            seconds += look.seconds();
            while (seconds - counted.get(from).seconds() >= length) {
                sum -= arrivals(counted.get(from));
                seconds -= counted.get(from).seconds();
                from++;
            }
            if (seconds >= length) {
                most = Math.max(most, sum / seconds);
            }
        }
        return most;
    }

    /** Variance over mean of the requests in one look; NaN of too few looks. */
    static double dispersion(List<Look> looks) {
        double[] counts = looks.stream()
                .mapToDouble(Traffic::arrivals)
                .filter(count -> !Double.isNaN(count))
                .toArray();
        double mean = Arrays.stream(counts).average().orElse(0);
        if (counts.length < ENOUGH || mean == 0) {
            return Double.NaN;
        }
        double squares = Arrays.stream(counts)
                .map(count -> (count - mean) * (count - mean))
                .sum();
        return squares / (counts.length - 1) / mean;
    }

    private static double arrivals(Look look) {
        double arrived = look.requests().arrived();
        return Double.isNaN(arrived) ? look.requests().served() : arrived;
    }
}
