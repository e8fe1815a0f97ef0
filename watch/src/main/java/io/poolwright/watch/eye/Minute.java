package io.poolwright.watch.eye;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import java.util.Arrays;

/**
 * What a pool did in the last minute: the mean of what was known, waits and uses weighted by how many there were. Kept in
 * six buckets of ten seconds, so it covers fifty to sixty seconds.
 */
@SuppressWarnings("EnumOrdinal") // the place in the arrays, never written anywhere
final class Minute {
    private static final int BUCKETS = 6;
    private static final long BUCKET_MILLIS = 10_000;
    private static final Measure[] ALL = Measure.values();

    private final double[][] sums = new double[BUCKETS][Measures.COUNT];
    private final double[][] weights = new double[BUCKETS][Measures.COUNT];
    /** Over all buckets. */
    private final double[] sum = new double[Measures.COUNT];

    private final double[] weight = new double[Measures.COUNT];
    private long newest = Long.MIN_VALUE;

    void take(long atMillis, Measures measures) {
        long bucket = Math.floorDiv(atMillis, BUCKET_MILLIS);
        if (newest != Long.MIN_VALUE) {
            for (long gone = Math.max(newest + 1, bucket - BUCKETS + 1); gone <= bucket; gone++) {
                clear(gone);
            }
            if (bucket > newest) {
                addUp();
            }
        }
        newest = Math.max(newest, bucket);
        int place = (int) Math.floorMod(bucket, (long) BUCKETS);
        for (Measure measure : ALL) {
            double value = measures.raw(measure);
            double times = weight(measure, measures);
            if (!Double.isNaN(value) && times > 0) {
                sums[place][measure.ordinal()] += value * times;
                weights[place][measure.ordinal()] += times;
                sum[measure.ordinal()] += value * times;
                weight[measure.ordinal()] += times;
            }
        }
    }

    private void clear(long bucket) {
        int place = (int) Math.floorMod(bucket, (long) BUCKETS);
        Arrays.fill(sums[place], 0);
        Arrays.fill(weights[place], 0);
    }

    /** From the buckets, so that nothing that is gone leaves a rounding behind. */
    private void addUp() {
        Arrays.fill(sum, 0);
        Arrays.fill(weight, 0);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int i = 0; i < Measures.COUNT; i++) {
                sum[i] += sums[bucket][i];
                weight[i] += weights[bucket][i];
            }
        }
    }

    private static double weight(Measure measure, Measures measures) {
        if (measure != Measure.WAIT_MEAN && measure != Measure.USE_MEAN) {
            return 1;
        }
        double served = measures.raw(Measure.THROUGHPUT);
        return Double.isNaN(served) || served <= 0 ? 1 : served;
    }

    Measures mean() {
        double[] means = Measures.unknown();
        for (int i = 0; i < Measures.COUNT; i++) {
            means[i] = weight[i] > 0 ? sum[i] / weight[i] : Double.NaN;
        }
        return Measures.owning(means);
    }
}
