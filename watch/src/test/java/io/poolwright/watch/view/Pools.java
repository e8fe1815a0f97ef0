package io.poolwright.watch.view;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Pools for tests. */
final class Pools {
    static final Instant NOW = Instant.parse("2026-11-21T14:02:11Z");

    private Pools() {}

    static PoolId id(String service, Tier tier, String name) {
        return new PoolId(service, "", tier, name);
    }

    static Measures measures(Map<Measure, Double> known) {
        double[] values = Measures.unknown();
        known.forEach((measure, value) -> values[measure.ordinal()] = value);
        return Measures.owning(values);
    }

    static PoolState pool(PoolId id, double used, double max, Firing... firing) {
        Measures now = measures(Map.of(
                Measure.USED,
                used,
                Measure.MAX,
                max,
                Measure.PENDING,
                0.0,
                Measure.TIMEOUTS,
                0.0,
                Measure.WAIT_MEAN,
                0.002));
        Reading reading =
                Reading.of(id).set(Signal.USED, used).set(Signal.MAX, max).build();
        return PoolState.answered(reading, now, now, List.of(firing));
    }

    static Firing firing(String detector, Level level, String title) {
        return new Firing(detector, level, title, title + ": 31 of 0", NOW.minusSeconds(240));
    }

    /** A line of equal points, one a second. */
    static TimeLine line(int points, Map<Measure, Double> known) {
        long[] at = new long[points];
        double[][] columns = new double[Measures.COUNT][points];
        for (double[] column : columns) {
            java.util.Arrays.fill(column, Double.NaN);
        }
        for (int i = 0; i < points; i++) {
            at[i] = NOW.toEpochMilli() - (points - 1 - i) * 1000L;
            for (Map.Entry<Measure, Double> entry : known.entrySet()) {
                columns[entry.getKey().ordinal()][i] = entry.getValue();
            }
        }
        return TimeLine.of(at, columns);
    }
}
