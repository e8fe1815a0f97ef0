package io.poolwright.telemetry.log;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a log's lines add up to since it is followed, pool by pool. Not for several threads. */
public final class LogPools {
    /** Most pools that are kept apart; a log with more names than this is not a log of pools. */
    public static final int MOST = 2000;

    private final Map<PoolId, EnumMap<Signal, Double>> counts = new LinkedHashMap<>();
    private boolean full;

    /** Adds to a counter of the pool, which begins at zero with the first line that is about it. */
    public void add(PoolId pool, Signal signal, double value) {
        EnumMap<Signal, Double> counted = counts.get(pool);
        if (counted == null) {
            if (counts.size() == MOST) {
                full = true;
                return;
            }
            counted = new EnumMap<>(Signal.class);
            counts.put(pool, counted);
        }
        counted.merge(signal, value, Double::sum);
    }

    /** Whether there were more pools than are kept. */
    public boolean full() {
        return full;
    }

    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        counts.forEach((pool, counted) -> {
            Reading.Builder reading = Reading.of(pool);
            counted.forEach(reading::set);
            readings.add(reading.build());
        });
        return readings;
    }
}
