package io.poolwright.telemetry.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A histogram's cumulative buckets on this page and on the one before, for a percentile of what was recorded between.
 *
 * <p>Within a bucket the values are taken to lie evenly. What falls above the highest finite bound is unknown, never the
 * bound itself.
 */
final class Buckets {
    /** Most bounds that are looked at; histograms that libraries write have 10 to 80. */
    private static final int MOST = 512;

    private double[] bounds = {};
    private double[] now = {};
    private double[] before = {};
    private String reason = "";

    /** Begins a page. */
    void begin() {
        double[] oldest = before;
        before = now;
        now = oldest;
        Arrays.fill(now, Double.NaN);
    }

    /** Takes one bucket: how many values were at most the bound, since the process started. */
    void take(double bound, double count) {
        int place = Arrays.binarySearch(bounds, bound);
        if (place < 0) {
            if (bounds.length == MOST) {
                return;
            }
            place = -place - 1;
            bounds = inserted(bounds, place, bound);
            now = inserted(now, place, Double.NaN);
            before = inserted(before, place, Double.NaN);
        }
        now[place] = Double.isNaN(now[place]) ? count : now[place] + count;
    }

    /** The percentile of what came since the page before, or NaN and a {@link #reason}. */
    double percentile(double share) {
        int last = bounds.length - 1;
        if (last < 1 || bounds[last] != Double.POSITIVE_INFINITY) {
            return unknown("the histogram has no bucket up to +Inf");
        }
        for (int i = 0; i <= last; i++) {
            if (Double.isNaN(before[i])) {
                return unknown("a percentile needs two looks");
            }
            if (!(now[i] >= before[i]) || !(now[i] < Double.POSITIVE_INFINITY)) {
                return unknown("the histogram began anew, or a bucket is missing");
            }
        }
        double all = now[last] - before[last];
        if (all == 0) {
            return unknown("nothing was recorded since the look before");
        }
        double wanted = share * all;
        double below = 0;
        for (int i = 0; i <= last; i++) {
            double upTo = now[i] - before[i];
            if (upTo < below) {
                return unknown("the histogram's buckets shrink");
            }
            if (upTo >= wanted) {
                return i == last ? beyond(bounds[last - 1]) : between(i, below, upTo, wanted);
            }
            below = upTo;
        }
        return unknown("the histogram's buckets do not add up");
    }

    /** Why the last percentile was unknown. */
    String reason() {
        return reason;
    }

    private double between(int place, double below, double upTo, double wanted) {
        double from = place == 0 ? 0 : Math.max(0, bounds[place - 1]);
        double share = upTo > below ? (wanted - below) / (upTo - below) : 1;
        return from + (bounds[place] - from) * share;
    }

    private double beyond(double highest) {
        return unknown("it lies above %s s, where the histogram's highest bucket ends"
                .formatted(new BigDecimal(highest)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()));
    }

    private double unknown(String why) {
        reason = why;
        return Double.NaN;
    }

    private static double[] inserted(double[] values, int place, double value) {
        double[] more = new double[values.length + 1];
        System.arraycopy(values, 0, more, 0, place);
        more[place] = value;
        System.arraycopy(values, place, more, place + 1, values.length - place);
        return more;
    }
}
